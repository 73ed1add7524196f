import { compare } from '../record/statement.ts';
import type { OrderItem } from './item.ts';

/**
 * Over several cases more went out than was paid for all the lines that they are on. What is not known says nothing: a payment in another currency, or
 * lines of which no case says what was paid for them.
 *
 * @param cases - All that are on one line with the case in question, and it.
 */
export function isOverPaid(cases: readonly OrderItem[]): boolean {
  const payers = payersOf(cases);
  const [currency, ...others] = new Set(payers.map((each) => each.currency));
  if (payers.length < 2 || currency === undefined || others.length > 0) {
    return false;
  }
  const most = mostPaidFor(
    payers,
    cases.filter((each) => each.currency === currency),
  );
  return most !== undefined && payers.reduce((sum, { paidOut }) => sum + paidOut, 0) > most;
}

/** Those by which money went out. One alone is capped by itself. */
export function payersOf(cases: readonly OrderItem[]): OrderItem[] {
  return cases.filter(({ paidOut }) => paidOut > 0);
}

/**
 * At least what was paid for the lines of some cases. Cases on the same lines say the same sum, or less: the largest counts. Where lines differ, sums are added until
 * every line is in one of them, those for many lines first: what is counted twice makes a miss, never a false alarm.
 */
function mostPaidFor(payers: readonly OrderItem[], cases: readonly OrderItem[]): number | undefined {
  const paidFor = Map.groupBy(cases, namesOfLines);
  const sets = [...Map.groupBy(payers, namesOfLines)].map(([name, [first]]) => ({
    name,
    ids: (first?.lines ?? []).map(({ lineId }) => lineId),
  }));
  const covered = new Set<string>();
  let sum: number | undefined = 0;
  for (const { name, ids } of sets.sort((a, b) => b.ids.length - a.ids.length || compare(a.name, b.name))) {
    if (ids.some((id) => !covered.has(id))) {
      const paid = largestOf(paidFor.get(name) ?? []);
      sum = sum === undefined || paid === undefined ? undefined : sum + paid;
    }
    for (const id of ids) {
      covered.add(id);
    }
  }
  return sum;
}

function namesOfLines({ lines }: OrderItem): string {
  return JSON.stringify(lines.map(({ lineId }) => lineId));
}

function largestOf(cases: readonly OrderItem[]): number | undefined {
  const sums = cases.flatMap(({ paid }) => (paid === undefined ? [] : [paid]));
  return sums.length === 0 ? undefined : Math.max(...sums);
}
