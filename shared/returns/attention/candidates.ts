import { readTrackingNumber } from '#shared/identifiers/tracking-number.ts';
import { type Instant, millisOf } from '../record/instant.ts';
import { compare } from '../record/statement.ts';
import type { CaseEntry, ParcelEntry } from './entry.ts';
import { isNearlySame } from './nearly-same.ts';

/** Why a case may be the one that an unclaimed parcel belongs to, what says most of it first. A phone is last: its digits are often masked. */
export const candidateReasons = ['number', 'similar-number', 'skus', 'some-skus', 'dates', 'phone'] as const;
export type CandidateReason = (typeof candidateReasons)[number];

export interface Candidate {
  readonly entry: CaseEntry;
  readonly reasons: readonly CandidateReason[];
}

/** So many are shown. */
export const mostCandidates = 20;

/** Goods come within so many days of the request, mostly. */
const usualDays = 30;
const dayMs = 24 * 3_600_000;

/**
 * The cases that an unclaimed parcel may belong to, the likelier first: by what else its number may be, by a number that is nearly the same, by its SKUs, by
 * when it came, and last by the end of a phone. What only came at a fitting time is no candidate. A case whose own goods are there already waits for none
 * any more: it is below the others, unless its number is that of the parcel.
 *
 * @param entries - Those that the viewer may see.
 * @param withPhone - Keys of cases whose buyer's phone ends as that on the parcel.
 */
export function candidatesFor(
  parcel: Pick<ParcelEntry, 'number' | 'goods' | 'since'>,
  entries: readonly CaseEntry[],
  withPhone: ReadonlySet<string> = new Set(),
): Candidate[] {
  const numbers = variantsOf(parcel.number);
  const came = parcel.goods.map(({ sku }) => sku);
  const candidates = entries.map((entry): Candidate => {
    const reasons = [
      ...numberReasons(entry, numbers),
      ...skuReasons(entry, came),
      ...(isInTime(entry, parcel.since) ? (['dates'] as const) : []),
      ...(withPhone.has(entry.key) ? (['phone'] as const) : []),
    ];
    return { entry, reasons };
  });
  return candidates
    .filter(({ reasons }) => reasons.some((reason) => reason !== 'dates'))
    .sort(
      (a, b) =>
        Number(hasItsGoods(a)) - Number(hasItsGoods(b)) ||
        weightOf(b) - weightOf(a) ||
        distance(a, parcel) - distance(b, parcel) ||
        compare(a.entry.key, b.entry.key),
    )
    .slice(0, mostCandidates);
}

const goodsThere: readonly CaseEntry['headline'][] = ['received', 'checked', 'stocked-in'];

function hasItsGoods({ entry, reasons }: Candidate): boolean {
  return goodsThere.includes(entry.headline) && !reasons.includes('number');
}

/** How many of the first say just the same for themselves. */
export function equallyLikely(candidates: readonly Candidate[]): number {
  const rankOf = (candidate: Candidate) => `${hasItsGoods(candidate)} ${weightOf(candidate)}`;
  const [first] = candidates;
  return first ? candidates.filter((each) => rankOf(each) === rankOf(first)).length : 0;
}

/** One that says more goes before all that say less together. */
function weightOf({ reasons }: Candidate): number {
  return reasons.reduce((sum, reason) => sum + 2 ** (candidateReasons.length - candidateReasons.indexOf(reason)), 0);
}

function variantsOf(number: string): string[] {
  const read = readTrackingNumber(number);
  const others = read.kind === 'number' ? [read.number, ...(read.candidates ?? [])] : [];
  return [...new Set([number, ...others].map(plain))];
}

function plain(number: string): string {
  return number.replaceAll('-', '').toUpperCase();
}

function numberReasons({ numbers }: CaseEntry, variants: readonly string[]): CandidateReason[] {
  const own = numbers.flatMap(variantsOf);
  if (own.some((number) => variants.includes(number))) {
    return ['number'];
  }
  return own.some((number) => variants.some((variant) => isNearlySame(number, variant))) ? ['similar-number'] : [];
}

/** All that came is expected, or some of it. */
function skuReasons({ goods, skus }: CaseEntry, came: readonly string[]): CandidateReason[] {
  const expected = new Set([...(goods ? [goods.sku] : []), ...skus]);
  const known = came.filter((sku) => expected.has(sku));
  if (known.length === 0) {
    return [];
  }
  return known.length === new Set(came).size ? ['skus'] : ['some-skus'];
}

function isInTime({ openedAt, closedAt }: CaseEntry, since: Instant): boolean {
  const days = openedAt ? (millisOf(since) - millisOf(openedAt)) / dayMs : -1;
  return days >= 0 && days <= usualDays && !(closedAt && closedAt < since);
}

/** How far the request is from the coming of the parcel; of two that say the same the nearer goes first. */
function distance({ entry: { openedAt } }: Candidate, { since }: Pick<ParcelEntry, 'since'>): number {
  return openedAt ? Math.abs(millisOf(since) - millisOf(openedAt)) : Number.MAX_SAFE_INTEGER;
}
