import type { CaseRules } from '../case/case.ts';
import type { CaseFact } from '../case/facts.ts';
import type { DecisionPart } from '../decision/part.ts';
import type { GoodsPart } from '../goods/part.ts';
import type { CaseDetails } from '../opening/facts.ts';
import type { Note } from '../record/note.ts';
import type { Statement } from '../record/statement.ts';
import type { TrackingPart } from '../tracking/part.ts';
import { actionsOf } from './actions.ts';
import { paidAfterEnd } from './after-end.ts';
import { cappedSums } from './caps.ts';
import { outAndBack } from './out.ts';
import { debtOf } from './owed.ts';
import type { MoneyPart } from './part.ts';

interface Basis extends Pick<DecisionPart, 'decision'>, GoodsPart, TrackingPart {
  readonly details: CaseDetails;
}

/** What was paid and what is owed, the sums against their caps, where money and goods are apart, and what does not add up. */
export function moneyOf(
  basis: Basis,
  statements: readonly Statement<CaseFact>[],
  caps: CaseRules['caps'],
): MoneyPart & { readonly notes: Note[] } {
  const { details, decision } = basis;
  const actions = actionsOf(statements);
  const debt = debtOf(details, decision, actions);
  const { sums, notes } = cappedSums(details, actions, caps);
  const apart = outAndBack(basis, actions, debt);
  const outNotes: Note[] = apart.out
    ? [{ code: 'money-out-goods-not-back', detail: `${apart.out.currency} ${apart.out.amount}` }]
    : [];
  const endNotes = paidAfterEnd(decision, actions);
  // One alarm for one payment.
  const isCapped = notes.some(({ code, detail }) => code === 'money-over-cap' && detail.endsWith('-refund'));
  const isTold = isCapped || endNotes.length > 0;
  const overNotes: Note[] = debt.over && !isTold ? [{ code: 'money-over-cap', detail: 'owed' }] : [];
  return {
    money: {
      actions,
      sums: sums.filter(({ cap, counted }) => cap !== undefined || counted > 0),
      ...debt,
      ...apart,
    },
    notes: [...notes, ...overNotes, ...endNotes, ...outNotes],
  };
}
