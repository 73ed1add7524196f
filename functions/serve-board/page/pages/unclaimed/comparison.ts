import type { Candidate } from '#shared/returns/attention/candidates.ts';
import type { CaseEntry, ParcelEntry } from '#shared/returns/attention/entry.ts';
import { type Instant, millisOf } from '#shared/returns/record/instant.ts';
import { isAlike, type NumberDiff, nearestNumber, numberDiff } from './number-diff.ts';

/** How what the case says compares with what came: it fits, it does not, or nobody can say. */
export type Fit = 'fits' | 'differs' | 'unknown';

/** A parcel and a case that it may belong to, side by side. */
export interface Comparison {
  readonly number: {
    readonly fit: Fit;
    /** The case's own that is most like it. */
    readonly own?: string;
    /** Where they are alike enough to see what went wrong. */
    readonly diff?: NumberDiff;
    /** The case itself names this very number. */
    readonly isNamed: boolean;
  };
  readonly goods: { readonly fit: Fit; readonly came: readonly GoodsFit[]; readonly isMoreExpected: boolean };
  readonly time: { readonly fit: Fit; readonly openedAt?: Instant; readonly days?: number };
  readonly state: { readonly fit: Fit };
}

export interface GoodsFit {
  readonly sku: string;
  readonly quantity: number;
  readonly fit: Fit;
  /** As many as the case expects, where its entry says that. */
  readonly expected?: number;
}

export function compareWith(parcel: ParcelEntry, { entry, reasons }: Candidate): Comparison {
  return {
    number: numberOf(parcel.number, entry.numbers, reasons),
    goods: goodsOf(parcel, entry),
    time: timeOf(parcel.since, entry, reasons.includes('dates')),
    state: { fit: isOver(entry) ? 'differs' : 'unknown' },
  };
}

function numberOf(number: string, numbers: readonly string[], reasons: Candidate['reasons']): Comparison['number'] {
  const isNamed = numbers.includes(number);
  const own = nearestNumber(number, numbers);
  if (own === undefined) {
    return { fit: 'unknown', isNamed };
  }
  const isSame = isNamed || reasons.includes('number');
  const diff = isAlike(number, own) && own !== number ? { diff: numberDiff(number, own) } : {};
  return { fit: isSame ? 'fits' : 'differs', own, isNamed, ...diff };
}

function goodsOf({ goods }: ParcelEntry, { goods: first, skus }: CaseEntry): Comparison['goods'] {
  const came = goods.map(({ sku, quantity }): GoodsFit => {
    if (sku === first?.sku) {
      const expected = first.quantity;
      return { sku, quantity, expected, fit: expected === quantity ? 'fits' : 'differs' };
    }
    return { sku, quantity, fit: skus.includes(sku) ? 'fits' : 'differs' };
  });
  const own = [...(first ? [first.sku] : []), ...skus];
  return {
    came,
    fit: wholeFit(came.map(({ fit }) => fit)),
    isMoreExpected: (first?.more ?? 0) > skus.length || own.some((sku) => goods.every((each) => each.sku !== sku)),
  };
}

function wholeFit(fits: readonly Fit[]): Fit {
  if (fits.length === 0) {
    return 'unknown';
  }
  return fits.every((fit) => fit === 'fits') ? 'fits' : 'differs';
}

const dayMs = 24 * 3_600_000;

function timeOf(since: Instant, { openedAt }: CaseEntry, isInTime: boolean): Comparison['time'] {
  if (!openedAt) {
    return { fit: 'unknown' };
  }
  const days = Math.floor((millisOf(since) - millisOf(openedAt)) / dayMs);
  return { fit: isInTime ? 'fits' : 'differs', openedAt, days };
}

/** Nothing comes for one of these, as a rule. */
const over: readonly CaseEntry['headline'][] = ['declined', 'withdrawn', 'expired', 'closed', 'refunded'];

function isOver({ headline, kind }: CaseEntry): boolean {
  return over.includes(headline) || kind === 'refund-only' || kind === 'reship';
}
