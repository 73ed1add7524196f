import { describe, expect, it } from 'vitest';
import { mostSiblings } from '#shared/recording/ports.ts';
import type { OrderItem } from '#shared/returns/order-lines/item.ts';
import type { Store } from '#shared/store/open-store.ts';

let count = 0;
function freshOrder(stem = 'SO') {
  count += 1;
  return { source: 'standard', shop: 'main', orderId: `${stem}-${count}` };
}

/** With every field that an item may have. */
function item(caseKey: string, paidOut = 0): Required<OrderItem> {
  return { caseKey, open: true, currency: 'CNY', paidOut, paid: 12_900, lines: [{ lineId: '1', quantity: 2 }] };
}

/** What a store must do with what the cases of an order say of its lines. */
export function describeOrders(given: () => Pick<Store, 'orders'>): void {
  describe('orders', () => {
    it('has nothing of an order on which no case is', async () => {
      expect(await given().orders.readItems(freshOrder())).toEqual([]);
    });

    it('gives back what each case says, by their keys', async () => {
      const order = freshOrder();
      await given().orders.putItem(order, item('b'), 0);
      await given().orders.putItem(order, item('a'), 0);

      expect(await given().orders.readItems(order)).toEqual([
        { item: item('a'), revision: 1 },
        { item: item('b'), revision: 1 },
      ]);
    });

    it('counts the words of a case', async () => {
      const order = freshOrder();
      await given().orders.putItem(order, item('a'), 0);
      expect(await given().orders.putItem(order, item('a', 1), 1)).toBe('put');

      expect(await given().orders.readItems(order)).toEqual([{ item: item('a', 1), revision: 2 }]);
    });

    it('lets one of two first writers win', async () => {
      const order = freshOrder();
      const put = (paidOut: number) => given().orders.putItem(order, item('a', paidOut), 0);

      expect((await Promise.all([put(1), put(2)])).sort()).toEqual(['lost', 'put']);
      expect(await given().orders.readItems(order)).toHaveLength(1);
    });

    it('lets one of two writers win that read the same word', async () => {
      const order = freshOrder();
      await given().orders.putItem(order, item('a'), 0);
      const put = (paidOut: number) => given().orders.putItem(order, item('a', paidOut), 1);

      expect((await Promise.all([put(1), put(2)])).sort()).toEqual(['lost', 'put']);
      expect(await given().orders.putItem(order, item('a', 3), 1)).toBe('lost');
    });

    it('keeps orders, shops and sources apart', async () => {
      const order = freshOrder('S#O');
      await given().orders.putItem(order, item('a'), 0);

      for (const other of [
        { ...order, orderId: `${order.orderId}0` },
        { ...order, orderId: order.orderId.replace('#', '%23') },
        { ...order, shop: 'other' },
        { ...order, source: 'shopify' },
      ]) {
        expect(await given().orders.readItems(other)).toEqual([]);
      }
    });

    it('reads no more than the first so many', async () => {
      const order = freshOrder();
      const keys = Array.from({ length: mostSiblings + 1 }, (_, index) => `c${String(index).padStart(2, '0')}`);
      for (const key of keys) {
        await given().orders.putItem(order, item(key), 0);
      }

      const found = await given().orders.readItems(order);
      expect(found.map((each) => each.item.caseKey)).toEqual(keys.slice(0, mostSiblings));
    });
  });
}
