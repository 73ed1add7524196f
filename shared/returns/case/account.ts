import { type Concern, concernNotes, concernOf } from '../contact/concern.ts';
import type { ContactPart } from '../contact/slice.ts';
import type { DecisionPart } from '../decision/part.ts';
import type { Dispute } from '../disputes/slice.ts';
import { doubtsOf } from '../goods/doubts.ts';
import { checkProgressOf, goodsOf, qualityOf } from '../goods/fold.ts';
import { liabilityOf } from '../goods/liability.ts';
import type { GoodsPart } from '../goods/part.ts';
import { moneyOf } from '../money/fold.ts';
import type { MoneyPart } from '../money/part.ts';
import { refundLoweredAt } from '../opening/agreed.ts';
import { noReasonNotes } from '../opening/no-reason.ts';
import type { OpeningPart } from '../opening/slice.ts';
import type { Note } from '../record/note.ts';
import type { Statement } from '../record/statement.ts';
import type { TrackingPart } from '../tracking/part.ts';
import type { CaseRules } from './case.ts';
import type { CaseFact } from './facts.ts';

/** What the axes that stand on statements alone say. */
type Said = OpeningPart &
  Pick<DecisionPart, 'decision' | 'closedAt'> &
  Pick<ContactPart, 'replacement' | 'messages'> &
  Pick<GoodsPart, 'directGoods'> &
  TrackingPart & { readonly disputes: readonly Dispute[] };

/** What came, what is owed for it, and what was paid. */
export type Account = Omit<GoodsPart, 'directGoods'> & MoneyPart;

/** Goods that are back and not as they should be are no reason to pay: while the buyer has to be asked, and afterwards unless what settled it says so. */
function unpayable({ back: _back, ...money }: MoneyPart['money']): MoneyPart['money'] {
  return money;
}

/** Puts goods and money against each other. */
export function accountOf(
  said: Said,
  statements: readonly Statement<CaseFact>[],
  rules: CaseRules,
): { readonly account: Account; readonly concern?: Concern; readonly notes: readonly Note[] } {
  const goods = goodsOf(said.details, said.parcels, said.directGoods);
  const quality = qualityOf(goods, checkProgressOf(said.parcels, said.directGoods));
  const doubts = doubtsOf({ ...said, goods, quality });
  const liability = liabilityOf(doubts.flatMap(({ findings }) => findings));
  const { money, notes } = moneyOf({ ...said, goods, quality }, statements, rules.caps);
  const concern = concernOf({ ...said, money, doubts, refundLoweredAt: refundLoweredAt(statements) });
  return {
    account: {
      goods,
      quality,
      ...(liability && { liability }),
      money: concern && !concern.payableAt ? unpayable(money) : money,
    },
    ...(concern && { concern }),
    notes: [...notes, ...concernNotes(concern), ...noReasonNotes(said, rules)],
  };
}
