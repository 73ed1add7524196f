import type { CaseRules, CaseSnapshot } from '../case/case.ts';
import type { CaseFact } from '../case/facts.ts';
import type { CaseDetails } from '../opening/facts.ts';
import type { Note } from '../record/note.ts';
import { compare, factsNamed, type Statement } from '../record/statement.ts';
import type { MoneyKind } from './facts.ts';
import type { MoneyAction, MoneySum } from './part.ts';

/** Money actions by their own id (of two statements on one id the later, a success before a failure), the sums against their caps, and what does not add up. */
export function moneyOf(
  statements: readonly Statement<CaseFact>[],
  details: CaseDetails,
  caps: CaseRules['caps'],
): { readonly money: CaseSnapshot['money']; readonly notes: Note[] } {
  const actions = actionsOf(statements);
  const currency = (
    details.paid ??
    details.refund ??
    details.lines?.find((line) => line.unitPrice)?.unitPrice ??
    actions[0]?.amount
  )?.currency;
  const isOurs = (action: MoneyAction): boolean => action.amount.currency === currency;
  const sums = capped(details, caps).map((cap) => sumOf(cap, actions.filter(isOurs)));
  const notes: Note[] = [
    ...sums.filter((sum) => sum.over > 0).map((sum): Note => ({ code: 'money-over-cap', detail: sum.kind })),
    ...actions
      .filter((action) => !isOurs(action))
      .map((action): Note => ({ code: 'money-in-other-currency', detail: action.refundId })),
  ];
  return { money: { actions, sums: sums.filter((sum) => sum.cap !== undefined || sum.counted > 0) }, notes };
}

function actionsOf(statements: readonly Statement<CaseFact>[]): MoneyAction[] {
  const refunds = factsNamed(statements, 'refund').sort(
    (a, b) => Number(a.fact.outcome === 'done') - Number(b.fact.outcome === 'done'),
  );
  const failures = new Map(
    refunds
      .filter(({ fact }) => fact.outcome === 'failed')
      .map(({ fact, at }) => [fact.refundId, { failedAt: at, ...(fact.reason && { failure: fact.reason }) }]),
  );
  const byId = new Map(
    refunds.map(({ fact, at }): [string, MoneyAction] => {
      const { refundId, kind, amount, by } = fact;
      return [refundId, { refundId, kind, amount, by, at, status: statusOf(fact), ...failures.get(refundId) }];
    }),
  );
  return [...byId.values()].sort((a, b) => compare(a.at, b.at) || compare(a.refundId, b.refundId));
}

function statusOf(fact: { readonly outcome: 'done' | 'failed'; readonly by: string }): MoneyAction['status'] {
  if (fact.outcome === 'failed') {
    return 'failed';
  }
  return fact.by === 'platform' ? 'done-by-platform' : 'done';
}

type Cap = Pick<MoneySum, 'kind' | 'capFrom'> & { readonly cap?: number };

function capped(details: CaseDetails, caps: CaseRules['caps']): Cap[] {
  const { freightPaid } = details;
  return [
    goodsCap(details),
    freightPaid
      ? { kind: 'freight-refund', capFrom: 'paid', cap: freightPaid.amount }
      : { kind: 'freight-refund', capFrom: 'unknown' },
    { kind: 'return-freight', capFrom: 'policy', cap: caps.returnFreight },
    { kind: 'compensation', capFrom: 'policy', cap: caps.compensation },
  ];
}

/** Goods are refunded up to what was paid for them less what was refunded before; where that is unknown, up to the sum of the lines. */
function goodsCap({ paid, refundedBefore, lines }: CaseDetails): Cap {
  const kind: MoneyKind = 'goods-refund';
  const before = refundedBefore?.amount ?? 0;
  if (paid) {
    return { kind, capFrom: 'paid', cap: Math.max(0, paid.amount - before) };
  }
  if (!lines || lines.length === 0 || lines.some((line) => !line.unitPrice)) {
    return { kind, capFrom: 'unknown' };
  }
  const worth = lines.reduce((sum, line) => sum + (line.unitPrice?.amount ?? 0) * line.quantity, 0);
  return { kind, capFrom: 'lines', cap: Math.max(0, worth - before) };
}

function sumOf(cap: Cap, actions: readonly MoneyAction[]): MoneySum {
  const done = actions
    .filter((action) => action.kind === cap.kind && action.status !== 'failed')
    .reduce((sum, action) => sum + action.amount.amount, 0);
  const counted = Math.min(done, cap.cap ?? done);
  return { ...cap, counted, over: done - counted };
}
