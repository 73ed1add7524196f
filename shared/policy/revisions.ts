import * as z from 'zod';
import type { Fault } from '#shared/fault/fault.ts';
import type { Merchant } from '#shared/merchant/merchant.ts';
import type { CalendarInForce } from '#shared/returns/deadlines/calendar.ts';
import { type Instant, toInstant } from '#shared/returns/record/instant.ts';
import { type Base, byEffect, readBases } from './bases.ts';
import { bundledPolicyOf, type ParsedPolicy, parsePolicy } from './bundled-policy.ts';
import { policyNotValid } from './not-valid.ts';
import type { Policy } from './policy.ts';

/** A policy that a merchant stored, over what the deployment brought; it holds from a moment on. */
export interface Revision {
  readonly revision: string;
  readonly effectiveAt: Instant;
  /** The fields that it has. */
  readonly fields: Readonly<Record<string, unknown>>;
  /** What an admin should mend in it, though it holds. */
  readonly fault?: Fault;
}

/** One that is none, and counts as not stored. */
export interface WrongRevision {
  /** Its name, or its sort key where it has none. */
  readonly revision: string;
  readonly fault: Fault;
}

export interface Revisions {
  /** In the order of their times. */
  readonly valid: readonly Revision[];
  readonly wrong: readonly WrongRevision[];
  /** What deployments brought; the first holds from the beginning. */
  readonly bases: readonly Base[];
  /** What was in force from when on: each stored policy over each bundled one of its time. */
  readonly spells: readonly [Base, ...Base[]];
}

/** An item of the table, whatever an admin put there. */
export type PolicyItem = Readonly<Record<string, unknown>>;

export interface PolicyReading {
  /** What this release brings: it holds where no policy is stored, and for each field that a stored one leaves out. */
  readonly bundled: Policy;
  readonly parse: (value: unknown) => ParsedPolicy;
}

export function policyReadingOf(merchant: Pick<Merchant, 'warehouses'>): PolicyReading {
  return { bundled: bundledPolicyOf(merchant), parse: (value) => parsePolicy(value, merchant) };
}

/** `policy` holds the top-level fields that differ from the bundled one, each whole. */
const itemShape = z.object({
  revision: z.string(),
  effectiveAt: z
    .string()
    .refine((text) => startOf(text) !== undefined, 'must be a UTC instant, such as 2026-03-01T08:00:00.000Z'),
  policy: z.record(z.string(), z.unknown()),
});

/** What an item has to hold beside its keys. */
export type StoredPolicy = z.input<typeof itemShape>;

/** A day is its begin. */
function startOf(text: string): Instant | undefined {
  return toInstant(text) ?? toInstant(`${text}T00:00:00Z`);
}

/** Reads what is stored; one that is wrong takes no other with it. */
export function readRevisions(items: readonly PolicyItem[], { bundled, parse }: PolicyReading): Revisions {
  const bases = readBases(items, bundled, parse);
  const read = items.filter(({ base }) => base === undefined).map((item) => readRevision(item, bases, parse));
  const valid = read.flatMap((each) => ('fields' in each ? [each] : []));
  const sorted = valid.sort(byEffect);
  return {
    valid: sorted,
    wrong: read.flatMap((each) => ('fields' in each ? [] : [each])),
    bases,
    spells: spellsOf(bases, sorted, parse),
  };
}

type Bases = readonly [Base, ...Base[]];
type Parse = PolicyReading['parse'];

function readRevision(item: PolicyItem, bases: Bases, parse: Parse): Revision | WrongRevision {
  const shaped = itemShape.safeParse(item);
  if (!shaped.success) {
    const name = String(item.revision ?? item.sk);
    return { revision: name, fault: policyNotValid(name, shaped.error) };
  }
  const { revision, policy: fields } = shaped.data;
  const effectiveAt = startOf(shaped.data.effectiveAt) as Instant;
  const { policy, fault } = parse(laidOver(baseAt(bases, effectiveAt), { revision, fields }));
  return policy ? { revision, effectiveAt, fields, ...(fault && { fault }) } : { revision, fault };
}

function baseAt(bases: Bases, at: Instant): Policy {
  return (bases.findLast(({ effectiveAt }) => effectiveAt <= at) ?? bases[0]).policy;
}

/** Each field whole, but for the calendar, whose parts come from different hands. */
function laidOver(base: Policy, { revision, fields }: Pick<Revision, 'revision' | 'fields'>): unknown {
  const calendar = calendarShape.safeParse(fields.calendar);
  return {
    ...base,
    ...fields,
    ...(calendar.success && { calendar: { ...base.calendar, ...calendar.data } }),
    revision,
  };
}

const calendarShape = z.record(z.string(), z.unknown());

function spellsOf(bases: Bases, valid: readonly Revision[], parse: Parse): Revisions['spells'] {
  const times = [...bases, ...valid].map(({ effectiveAt }) => effectiveAt);
  const spells = [...new Set(times)].sort().map((effectiveAt): Base => {
    const base = baseAt(bases, effectiveAt);
    const over = valid.findLast((each) => each.effectiveAt <= effectiveAt);
    const policy = over && parse(laidOver(base, over)).policy;
    const { revision } = policy ?? base;
    return { revision, effectiveAt, policy: policy ?? base };
  });
  return spells as [Base, ...Base[]];
}

/** What was, is or will be in force at a moment. */
export function inForceAt({ spells }: Revisions, at: Instant): Policy {
  return baseAt(spells, at);
}

/** The calendars of all that was ever in force, each from when it was. */
export function calendarsIn({ spells }: Revisions): readonly CalendarInForce[] {
  return spells.map(({ effectiveAt: from, policy: { calendar } }) => ({ from, calendar }));
}

/** How one stands at a moment. What was in force before goes on for the cases of its time, and nobody can mend what it holds. */
export interface StatedRevision {
  readonly revision: string;
  readonly effectiveAt?: Instant;
  /** A deployment brought it: it is what the others are laid over. */
  readonly bundled?: true;
  /** `not-valid`: it counts as not stored. */
  readonly state: 'not-valid' | 'over' | 'in-force' | 'later';
  /** What an admin has to mend. */
  readonly fault?: Fault;
}

/** Of those of one kind, the last that has begun is in force. */
function statedOf(all: readonly Pick<Revision, 'revision' | 'effectiveAt' | 'fault'>[], now: Instant) {
  const inForce = all.findLast(({ effectiveAt }) => effectiveAt <= now);
  return all.map((each) => {
    const { revision, effectiveAt, fault } = each;
    const state = each === inForce ? 'in-force' : effectiveAt > now ? 'later' : 'over';
    return { revision, effectiveAt, state, ...(fault && state !== 'over' && { fault }) } as const;
  });
}

/** Those that are none, then the others in the order of their times. */
export function statedRevisions(revisions: Revisions, now: Instant): StatedRevision[] {
  const bases = revisions.bases.slice(1);
  const stated = [
    ...statedOf(revisions.valid, now),
    ...statedOf(bases, now).map((each) => ({ ...each, bundled: true as const })),
  ].sort(byEffect);
  return [...revisions.wrong.map((each) => ({ ...each, state: 'not-valid' as const })), ...stated];
}
