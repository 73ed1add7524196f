import { roundTheClock } from '#shared/returns/deadlines/calendar.ts';
import { digestOf } from '#shared/returns/record/digest.ts';
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

/** What is stored of a bundled policy, beside its keys; `base` is a digest of its content. */
export interface StoredBase {
  readonly base: string;
  readonly revision: string;
  readonly effectiveAt: Instant;
  readonly policy: Policy;
}

/** Every worker has read what is stored by then: none folds by it before the others do. */
const aheadMs = 2 * 60_000;

/** A bundled policy as it is stored, or none where one of the same content was: else two releases at work at once would take turns. */
export function baseToStore(
  bundled: Policy,
  items: readonly Readonly<Record<string, unknown>>[],
  now: Instant,
): StoredBase | undefined {
  const base = digestOf(bundled);
  const isStored = items.some((item) => item.base === base);
  const { revision } = bundled;
  return isStored ? undefined : { base, revision, effectiveAt: addMillis(now, aheadMs), policy: bundled };
}

/**
 * The bundled policies in the order of their times. Before the first was stored nobody had a calendar: the figures of the first hold then, or where none
 * is stored yet those of this release, and all clocks run day and night. One that this release cannot read is left out.
 */
export function readBases(
  items: readonly Readonly<Record<string, unknown>>[],
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
