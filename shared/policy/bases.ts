import { roundTheClock } from '#shared/returns/deadlines/calendar.ts';
import { digest, digestOf } from '#shared/returns/record/digest.ts';
import { addMillis, type Instant, instantOf, toInstant } from '#shared/returns/record/instant.ts';
import { compare } from '#shared/returns/record/statement.ts';
import type { ParsedPolicy } from './bundled-policy.ts';
import type { Policy } from './policy.ts';

/** A policy that a deployment brought, whole: from when on it holds, until another deployment brings another. */
export interface Base {
  readonly revision: string;
  readonly effectiveAt: Instant;
  readonly policy: Policy;
}

/** What is stored of a bundled policy, beside its keys. */
export interface StoredBase {
  /** A digest of its content, and of which base it follows: who brings the same at once stores one. */
  readonly id: string;
  /** A digest of its content. */
  readonly base: string;
  readonly revision: string;
  readonly effectiveAt: Instant;
  readonly policy: Policy;
}

/** Every worker has read what is stored by then: none folds by it before the others do. */
const aheadMs = 2 * 60_000;
/** So long a release may still be at work after the next one is. */
const overlapMs = 60 * 60_000;

type BaseItem = Readonly<Record<string, unknown>>;

/** A bundled policy as it is stored, where the last one that was is another. */
export function baseToStore(bundled: Policy, items: readonly BaseItem[], now: Instant): StoredBase | undefined {
  const base = digestOf(bundled);
  const stored = items.filter((item) => item.base !== undefined);
  const last = stored.toSorted((one, other) => compare(String(one.effectiveAt), String(other.effectiveAt))).at(-1);
  if (last && (last.base === base || isOfRelieved(base, stored, String(last.effectiveAt), now))) {
    return undefined;
  }
  const { revision } = bundled;
  const id = digest(base, String(last?.id ?? ''));
  return { id, base, revision, effectiveAt: addMillis(now, aheadMs), policy: bundled };
}

/** It was in force before, and the last is new: this worker is of the release that goes. Two at once would take turns. */
function isOfRelieved(base: string, stored: readonly BaseItem[], lastAt: string, now: Instant): boolean {
  return stored.some((item) => item.base === base) && lastAt > addMillis(now, -overlapMs);
}

/**
 * The bundled policies in the order of their times. Before the first was stored nobody had a calendar: the figures of the first hold then, or where none
 * is stored yet those of this release, and all clocks run day and night. One that this release cannot read is left out.
 */
export function readBases(
  items: readonly BaseItem[],
  bundled: Policy,
  parse: (value: unknown) => ParsedPolicy,
): readonly [Base, ...Base[]] {
  const stored = items.flatMap(({ base, effectiveAt, policy: value }): Base[] => {
    const at = base === undefined ? undefined : toInstant(String(effectiveAt));
    const policy = at && parse(value).policy;
    return policy ? [{ revision: policy.revision, effectiveAt: at, policy }] : [];
  });
  const sorted = stored.sort(byEffect);
  const first = sorted[0]?.policy ?? bundled;
  const { revision } = first;
  return [{ revision, effectiveAt: instantOf(0), policy: { ...first, calendar: roundTheClock } }, ...sorted];
}

export function byEffect(one: Pick<Base, 'effectiveAt'>, other: Pick<Base, 'effectiveAt'>): number {
  return compare(one.effectiveAt, other.effectiveAt);
}
