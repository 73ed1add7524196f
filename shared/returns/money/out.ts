import type { DecisionPart } from '../decision/part.ts';
import { isBack } from '../goods/back.ts';
import { isChecked } from '../goods/fold.ts';
import type { CaseGoods, GoodsPart } from '../goods/part.ts';
import type { CaseDetails, CaseKind, CaseLine } from '../opening/facts.ts';
import type { Money } from '../record/money.ts';
import type { TrackingPart } from '../tracking/part.ts';
import { paidOf, totalOf } from './actions.ts';
import type { Debt, MoneyAction, MoneyPart } from './part.ts';
import { priceOf, worthOf } from './worth.ts';

interface Basis extends Pick<DecisionPart, 'decision'>, GoodsPart, TrackingPart {
  readonly details: CaseDetails;
}

const withGoods: readonly (CaseKind | undefined)[] = ['return', 'exchange'];

/** Goods have to come back: it is such a case, or a parcel of it is to come. */
export function areGoodsOwed({ details, parcels }: Pick<Basis, 'details' | 'parcels'>): boolean {
  const isSent = parcels.some(({ stands }) => stands);
  return isSent || (withGoods.includes(details.kind) && details.orderState !== 'unshipped');
}

/** The two states in which money and goods are not where they belong together, with their sums. */
export function outAndBack(
  basis: Basis,
  actions: readonly MoneyAction[],
  debt: Debt,
): Pick<MoneyPart['money'], 'out' | 'back'> {
  const out = areGoodsOwed(basis) && !isBack(basis) ? outOf(basis, actions, debt) : undefined;
  const isGood = isBack(basis) && isChecked(basis.quality);
  return { ...(out && { out }), ...(isGood && debt.outstanding && { back: debt.outstanding }) };
}

/** What was paid for goods, less what those that came are worth. */
function outOf({ details, goods }: Basis, actions: readonly MoneyAction[], { owed }: Debt): Money | undefined {
  const payments = paidOf(actions, 'goods-refund');
  const currencies = payments.map(({ amount }) => amount.currency);
  const currency = currencies.find((each) => each === owed.amount?.currency) ?? currencies[0];
  if (!currency) {
    return undefined;
  }
  const paid = totalOf(payments, currency);
  const left =
    paid -
    (cameFor(goods)
      ? worthOfCome(details, goods, {
          paid,
          currency,
          owed,
          freight: totalOf(paidOf(actions, 'freight-refund'), currency),
        })
      : 0);
  return left > 0 ? { amount: left, currency } : undefined;
}

function cameFor(goods: readonly CaseGoods[]): boolean {
  return goods.some(({ expected, received }) => expected > 0 && received > 0);
}

/**
 * What of a payment is for the goods that came: by the prices of the lines, in proportion to what is owed for all of them. Where that is only guessed, what is left and
 * would not pay for one of the missing units is the tax of those that came. Without prices in its currency, each unit is worth the same.
 */
function worthOfCome(
  { lines = [] }: CaseDetails,
  goods: readonly CaseGoods[],
  { paid, currency, owed, freight }: Paid,
): number {
  const worth = worthOf(lines);
  const own = goods.filter(({ expected }) => expected > 0);
  if (worth?.currency !== currency || worth.amount === 0) {
    return Math.ceil((paid * unitsOf(own, ({ received, expected }) => Math.min(received, expected))) / unitsOf(own));
  }
  const came = own.reduce((sum, each) => sum + unitWorth(lines, each) * Math.min(each.received, each.expected), 0);
  const isKnown = owed.amount?.currency === currency && owed.basis !== 'lines';
  if (isKnown) {
    // What the store asks for holds the freight; more may have been paid for that than it asks for.
    const forGoods = Math.max(0, (owed.amount?.amount ?? 0) - (owed.basis === 'asked' ? freight : 0));
    return Math.ceil((came * forGoods) / worth.amount);
  }
  const missing = own.filter(({ received, expected }) => received < expected);
  return paid - came < Math.min(...missing.map((each) => unitWorth(lines, each))) ? paid : Math.ceil(came);
}

interface Paid extends Pick<Debt, 'owed'> {
  readonly paid: number;
  readonly currency: string;
  readonly freight: number;
}

function unitsOf(goods: readonly CaseGoods[], count: (each: CaseGoods) => number = ({ expected }) => expected): number {
  return goods.reduce((sum, each) => sum + count(each), 0);
}

/** Of one unit of a SKU, by all its lines. */
function unitWorth(lines: readonly CaseLine[], { sku, expected }: CaseGoods): number {
  return lines.filter((line) => line.sku === sku).reduce((sum, line) => sum + priceOf(line), 0) / expected;
}
