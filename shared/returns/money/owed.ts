import { isEnded } from '../decision/ended.ts';
import type { DecisionPart } from '../decision/part.ts';
import type { CaseDetails, CaseKind } from '../opening/facts.ts';
import type { Instant } from '../record/instant.ts';
import type { Money } from '../record/money.ts';
import { paidOf, totalOf } from './actions.ts';
import type { MoneyKind } from './facts.ts';
import type { Debt, MoneyAction, Owed } from './part.ts';
import { less, worthOf } from './worth.ts';

/** Kinds of cases that end without money, unless the store says that a difference is to be paid. */
const withoutMoney: readonly (CaseKind | undefined)[] = ['exchange', 'reship', 'complaint'];

/** Of these the worth of the goods says nothing: a part of it may be all that is asked for. */
const onlyAsked: readonly (CaseKind | undefined)[] = [...withoutMoney, 'refund-only'];

/** The store's own sum holds the freight; the others are for the goods alone. */
const kindsPaying: Readonly<Record<Owed['basis'], readonly MoneyKind[]>> = {
  asked: ['goods-refund', 'freight-refund'],
  paid: ['goods-refund'],
  lines: ['goods-refund'],
  nothing: ['goods-refund'],
  unknown: ['goods-refund'],
};

/** Of a sum that is only guessed by the prices of the lines: a discount on them may have been half of it. */
const leastPartOfGuess = 0.5;

/** Of such a sum: more than this many times it is no tax any more. */
const mostTimesGuess = 2;

/** What is owed, and how far it was paid. */
export function debtOf(
  details: CaseDetails,
  decision: DecisionPart['decision'],
  actions: readonly MoneyAction[],
): Debt {
  const owed = owedOf(details, decision, actions);
  if (owed.basis === 'nothing') {
    return { owed, ...paidForNothing(details, actions) };
  }
  const payments = paidOf(actions, ...kindsPaying[owed.basis]);
  const currency = owed.amount?.currency ?? payments[0]?.amount.currency;
  if (!currency) {
    return { owed };
  }
  const amount = totalOf(payments, currency);
  const enoughAt = reachedAt(payments, { amount: enoughOf(owed), currency });
  const left = enoughAt ? 0 : (owed.amount?.amount ?? 0) - amount;
  const over = amount - mostOf(owed);
  return {
    owed,
    ...(amount > 0 && { paid: { amount, currency } }),
    ...(enoughAt && { enoughAt }),
    ...(left > 0 && { outstanding: { amount: left, currency } }),
    ...(over > 0 && { over: { amount: over, currency } }),
  };
}

/** What went out though nothing is owed: too much where the store itself says so; in an exchange it may be a difference that nobody named. */
function paidForNothing({ refund }: CaseDetails, actions: readonly MoneyAction[]): Pick<Debt, 'paid' | 'over'> {
  const isSaid = refund?.amount === 0;
  const payments = paidOf(actions, ...kindsPaying[isSaid ? 'asked' : 'nothing']);
  const [first] = payments;
  if (!first) {
    return {};
  }
  const { currency } = first.amount;
  const paid: Money = { amount: totalOf(payments, currency), currency };
  return { paid, ...(isSaid && { over: paid }) };
}

function mostOf({ amount, basis }: Owed): number {
  const whole = amount?.amount ?? Number.POSITIVE_INFINITY;
  return basis === 'lines' ? whole * mostTimesGuess : whole;
}

function enoughOf({ amount, basis }: Owed): number {
  const whole = amount?.amount ?? 1;
  return basis === 'lines' ? Math.ceil(whole * leastPartOfGuess) : whole;
}

function owedOf(details: CaseDetails, decision: DecisionPart['decision'], actions: readonly MoneyAction[]): Owed {
  const { kind, refund } = details;
  const isWithout = withoutMoney.includes(kind) && !isDifference(details);
  if (isEnded(decision) || refund?.amount === 0 || isWithout) {
    return { basis: 'nothing' };
  }
  const currencies = new Set(paidOf(actions, 'goods-refund', 'freight-refund').map(({ amount }) => amount.currency));
  const sums = sumsKnown(details);
  const comparable = sums.find(({ amount }) => currencies.size === 0 || currencies.has(amount.currency));
  // What the store or the payment says is owed whatever went out in another currency; a guess by prices is not.
  const known = comparable ?? sums.find(({ basis }) => basis !== 'lines');
  if (!known) {
    return { basis: 'unknown' };
  }
  return known.amount.amount > 0 ? known : { basis: 'nothing' };
}

/**
 * Less than the goods are worth, by whatever says least of it: some stores name their whole price for each case, whatever the buyer asks for. A sum that can be held against nothing may
 * be just that, and so may one beside which nobody knows what of the sum for whole lines was paid for these units.
 */
function isDifference({ refund, paid, paidForLines, lines }: CaseDetails): boolean {
  const isPartUnknown = paidForLines !== undefined && paid === undefined;
  const wholes = [paid, worthOf(lines)].filter((each) => each !== undefined && each.currency === refund?.currency);
  const isLess = wholes.every((whole) => refund && whole && refund.amount < whole.amount);
  return refund !== undefined && !isPartUnknown && wholes.length > 0 && isLess;
}

/** All that says how much is owed, what counts most first: sums of different currencies are never compared. */
function sumsKnown({ kind, refund, paid, refundedBefore, lines }: CaseDetails): Required<Owed>[] {
  const worth = worthOf(lines);
  const rows = [
    ['asked', refund],
    ['paid', paid && less(paid, refundedBefore)],
    ['lines', worth && less(worth, refundedBefore)],
  ] as const;
  const counted = onlyAsked.includes(kind) ? rows.slice(0, 1) : rows;
  return counted.flatMap(([basis, amount]) => (amount ? [{ basis, amount }] : []));
}

/** When payments in the order of their times came to a sum. */
function reachedAt(payments: readonly MoneyAction[], { amount: enough, currency }: Money): Instant | undefined {
  let sum = 0;
  return payments.find(({ amount }) => {
    sum += amount.currency === currency ? amount.amount : 0;
    return sum >= enough;
  })?.at;
}
