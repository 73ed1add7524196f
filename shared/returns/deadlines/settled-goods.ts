import { type StockedGoods, waitedStockInAt } from '../goods/stock-in.ts';
import type { Instant } from '../record/instant.ts';
import { addMinutes, type DeadlineBasis } from './clock.ts';

/** Since when it is the buyer's turn to get something: the goods are booked in, and where they failed their check, it is agreed or judged what becomes of it. */
export function goodsSettledAt({ concern, waitForParcelsMinutes, ...basis }: DeadlineBasis): Instant | undefined {
  if (concern) {
    return concern.payableAt;
  }
  const goods: StockedGoods = basis;
  return waitedStockInAt(goods, (firstAt) => addMinutes(firstAt, waitForParcelsMinutes));
}
