import type { AttentionItem } from '#shared/returns/attention/rank.ts';
import type { Money } from '#shared/returns/record/money.ts';
import { compare } from '#shared/returns/record/statement.ts';

/** What is due today, or was before; and what the store says otherwise, which waits for no time. They are the head of the list. */
export interface DueToday {
  readonly count: number;
  /** What is at stake in it, by currency. */
  readonly sums: readonly Money[];
}

export function dueTodayOf(items: readonly AttentionItem[]): DueToday {
  const due = items.filter(({ horizon, todo }) => horizon !== 'later' || todo.group === 'store-differs');
  const sums = new Map<string, number>();
  for (const { entry, stake } of due) {
    const currency = entry.record === 'case' ? entry.currency : undefined;
    if (currency && stake > 0) {
      sums.set(currency, (sums.get(currency) ?? 0) + stake);
    }
  }
  return {
    count: due.length,
    sums: [...sums].sort(([a], [b]) => compare(a, b)).map(([currency, amount]) => ({ amount, currency })),
  };
}
