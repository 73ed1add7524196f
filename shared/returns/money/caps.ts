import type { CaseRules } from '../case/case.ts';
import type { CaseDetails } from '../opening/facts.ts';
import type { Note } from '../record/note.ts';
import { totalOf } from './actions.ts';
import type { MoneyKind } from './facts.ts';
import type { MoneyAction, MoneySum } from './part.ts';
import { less, worthOf } from './worth.ts';

type Cap = Pick<MoneySum, 'kind' | 'capFrom' | 'cap'> & { readonly currency?: string };

/** The sums of each kind against their caps, and what does not add up. A guess by the lines is shown and alarms nobody: tax may be missing in it. */
export function cappedSums(
  details: CaseDetails,
  actions: readonly MoneyAction[],
  rules: CaseRules['caps'],
): { readonly sums: MoneySum[]; readonly notes: Note[] } {
  const done = actions.filter(({ status }) => status !== 'failed');
  const caps = capsOf(details, rules);
  const sums = caps.flatMap((cap) => sumsUnder(cap, done));
  const overCap = sums.filter(({ over, capFrom }) => over > 0 && (capFrom === 'paid' || capFrom === 'policy'));
  const foreign = done.filter(({ kind, amount }) =>
    caps.some((cap) => cap.kind === kind && cap.capFrom === 'policy' && cap.currency !== amount.currency),
  );
  return {
    sums,
    notes: [
      ...overCap.map(({ kind }): Note => ({ code: 'money-over-cap', detail: kind })),
      ...foreign.map(({ kind }): Note => ({ code: 'cap-not-compared', detail: kind })),
      ...done
        .filter((action) => isInOtherCurrency(action, details))
        .map(({ refundId }): Note => ({ code: 'money-in-other-currency', detail: refundId })),
    ],
  };
}

function capsOf(details: CaseDetails, { currency, returnFreight, compensation }: CaseRules['caps']): Cap[] {
  const { freightPaid } = details;
  return [
    goodsCap(details),
    freightPaid
      ? { kind: 'freight-refund', capFrom: 'paid', cap: freightPaid.amount, currency: freightPaid.currency }
      : { kind: 'freight-refund', capFrom: 'unknown' },
    { kind: 'return-freight', capFrom: 'policy', cap: returnFreight, currency },
    { kind: 'compensation', capFrom: 'policy', cap: compensation, currency },
  ];
}

/** Goods are refunded up to what was paid for them less what was refunded before; where that is unknown, up to the sum of the lines. */
function goodsCap({ paid, refundedBefore, lines }: CaseDetails): Cap {
  const kind: MoneyKind = 'goods-refund';
  const whole = paid ?? worthOf(lines);
  if (!whole) {
    return { kind, capFrom: 'unknown' };
  }
  const { amount: cap, currency } = less(whole, refundedBefore);
  return { kind, capFrom: paid ? 'paid' : 'lines', cap, currency };
}

/** One in the currency of the cap, and one in each other that money of the kind went out in. */
function sumsUnder(cap: Cap, done: readonly MoneyAction[]): MoneySum[] {
  const own = done.filter(({ kind }) => kind === cap.kind);
  const currencies = new Set([cap.currency ?? [], own.map(({ amount }) => amount.currency)].flat());
  return [...currencies].map((currency): MoneySum => {
    const total = totalOf(own, currency);
    if (cap.cap === undefined || currency !== cap.currency) {
      return { kind: cap.kind, currency, capFrom: 'unknown', counted: total, over: 0 };
    }
    const counted = Math.min(total, cap.cap);
    return { ...cap, currency, counted, over: total - counted };
  });
}

/**
 * A refund in another currency than that in which is known what was paid, and neither in that of which the store says how much is to be paid: nothing can be
 * compared with it.
 */
function isInOtherCurrency({ kind, amount }: MoneyAction, { paid, freightPaid, refund }: CaseDetails): boolean {
  const known = { 'goods-refund': paid ?? refund, 'freight-refund': freightPaid ?? paid ?? refund } as const;
  const own = kind === 'goods-refund' || kind === 'freight-refund' ? known[kind] : undefined;
  return own !== undefined && own.currency !== amount.currency && refund?.currency !== amount.currency;
}
