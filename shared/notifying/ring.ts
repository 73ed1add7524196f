import type { Entry } from '#shared/returns/attention/entry.ts';
import { type NoticeClass, type NoticeLevel, noticeLevels } from '#shared/returns/attention/notice-class.ts';
import { shortPerson } from '#shared/returns/attention/short-person.ts';
import type { Instant } from '#shared/returns/record/instant.ts';
import type { Silence } from './ports.ts';

/** Something that somebody has to be told now. */
interface AnyRing {
  readonly class: NoticeClass;
  readonly level: NoticeLevel;
  /** By which it is told once: its record, and what tells this occasion from an earlier one. */
  readonly thing: string;
  readonly since: Instant;
}

export interface EntryRing extends AnyRing {
  readonly entry: Entry;
  /** The time that it is about. */
  readonly dueAt?: Instant;
}

export interface SourceRing extends AnyRing {
  readonly silence: Silence;
}

export type Ring = EntryRing | SourceRing;

/** Whose it is: a person's, a team's, or nobody's yet. Another owner is told anew. */
export function ownerOf(ring: Ring): string {
  if ('silence' in ring) {
    return 'nobody';
  }
  const { owner, team } = ring.entry.work;
  return owner ? shortPerson(owner.person) : (team ?? 'nobody');
}

/** The most urgent first, then what is due first, then what is oldest. */
export function compareRings(a: Ring, b: Ring): number {
  const byLevel = noticeLevels.indexOf(a.level) - noticeLevels.indexOf(b.level);
  const [first, second] = [a, b].map((ring) => ('entry' in ring && ring.dueAt) || ring.since);
  return byLevel || compareTexts(first ?? '', second ?? '') || compareTexts(a.thing, b.thing);
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
