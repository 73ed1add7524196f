import { describe, expect, it, vi } from 'vitest';
import { type Arriving, type DockOptions, openDock } from '../../simulation/dock.ts';
import { createOrderBook } from '../../simulators/order-book.ts';
import { number, orderId, rightOrder, start } from './compared-lane.ts';

const taken = { status: 200, flag: 'success' };
const parcel: Arriving = {
  trackingNumber: number,
  companyCode: 'yuantong',
  warehouseId: 'hangzhou',
  isSplit: false,
  cases: 1,
};

function openTestDock(options: Partial<Pick<DockOptions, 'chaos' | 'patienceMs'>> = {}) {
  const hangzhou = {
    ...createOrderBook(() => start, 'W'),
    packageReport: vi.fn().mockResolvedValue(taken),
    confirm: vi.fn().mockResolvedValue(taken),
  };
  const north = createOrderBook(() => start, 'N');
  const sender = { send: vi.fn().mockResolvedValue({ status: 202, body: '' }) };
  const feed = { carry: vi.fn() };
  const lane = { clock: { now: () => start }, feed, hangzhou, north };
  const dock = openDock({ lane, sender, chaos: 0, random: () => 0, patienceMs: 2000, pollMs: 5, ...options });
  return { dock, hangzhou, north, sender, feed };
}

describe('openDock', () => {
  it('reports a parcel when it comes, and books it in once it is announced', async () => {
    const { dock, hangzhou } = openTestDock();
    const taking = dock.take(parcel);
    await vi.waitFor(() => expect(hangzhou.packageReport).toHaveBeenCalledOnce());
    const confirmedBefore = hangzhou.confirm.mock.calls.length;
    hangzhou.create(rightOrder);
    await taking;

    expect(confirmedBefore).toBe(0);
    expect(hangzhou.confirm).toHaveBeenCalledOnce();
    expect(dock.record.arrivals).toEqual(new Map([[number, start]]));
    expect(dock.record.booked.get(orderId)).toEqual([{ sku: 'DRESS-RED-M', sellable: 1, defective: 0 }]);
  });

  it('has the carrier tell of the delivery', async () => {
    const { dock, feed, hangzhou } = openTestDock();
    hangzhou.create(rightOrder);
    await dock.take(parcel);

    expect(feed.carry.mock.calls[0]?.[2]).toMatchObject([{ state: '5' }, { state: '3' }]);
  });

  it('books in one unit of a split parcel as defective', async () => {
    const { dock, hangzhou } = openTestDock();
    hangzhou.create({ ...rightOrder, lines: [{ itemCode: 'SKU-RED-M', quantity: 2 }] });
    await dock.take({ ...parcel, isSplit: true });

    expect(dock.record.booked.get(orderId)).toEqual([{ sku: 'DRESS-RED-M', sellable: 1, defective: 1 }]);
    expect(hangzhou.confirm.mock.calls[0]?.[1]).toMatchObject([
      { inventoryType: 'ZP', actualQty: 1 },
      { inventoryType: 'CC', actualQty: 1 },
    ]);
  });

  it('books in a parcel of two cases under each of their orders, once', async () => {
    const { dock, hangzhou } = openTestDock();
    const taking = [dock.take({ ...parcel, cases: 2 }), dock.take({ ...parcel, cases: 2 })];
    hangzhou.create(rightOrder);
    hangzhou.create({ ...rightOrder, orderCode: 'O2', originalOrder: 'other', content: 'two' });
    await Promise.all(taking);

    expect(hangzhou.packageReport).toHaveBeenCalledOnce();
    expect(hangzhou.confirm.mock.calls.map(([code]) => code)).toEqual(['O1', 'O2']);
  });

  it('says what nobody announced', async () => {
    const { dock } = openTestDock({ patienceMs: 20 });
    await dock.take(parcel);

    expect(dock.record.unannounced).toEqual([number]);
  });

  it.each([{ status: 200, flag: 'failure', code: 'S003' }, { status: 503 }])(
    'throws where Backhaul answers a confirm with %o',
    async (answer) => {
      const { dock, hangzhou } = openTestDock();
      hangzhou.create(rightOrder);
      hangzhou.confirm.mockResolvedValue(answer);

      await expect(dock.take(parcel)).rejects.toThrow('the confirm of O1 was not taken');
      expect(dock.record.booked.size).toBe(0);
    },
  );

  it('throws where Backhaul refuses a package report', async () => {
    const { dock, hangzhou } = openTestDock();
    hangzhou.packageReport.mockResolvedValue({ status: 200, flag: 'failure' });

    await expect(dock.take(parcel)).rejects.toThrow('the package report');
  });

  it('throws where a webhook is not answered 2xx', async () => {
    const { dock, sender } = openTestDock();
    sender.send.mockResolvedValue({ status: 400, body: '' });

    await expect(dock.take({ ...parcel, warehouseId: 'north' })).rejects.toThrow('parcel.received');
  });

  it('tells of the arrival in the north without lines, and then of what was in it', async () => {
    const { dock, sender, north } = openTestDock();
    north.create({ ...rightOrder, lines: [{ itemCode: 'DRESS-RED-M', quantity: 1 }] });
    await dock.take({ ...parcel, warehouseId: 'north' });

    expect(sender.send.mock.calls.map(([, type, data]) => [type, data.lines?.length])).toEqual([
      ['parcel.received', undefined],
      ['parcel.received', 1],
      ['return.inspected', 1],
      ['return.stocked-in', 1],
    ]);
  });

  it('repeats reports under one code where chaos wants it', async () => {
    const { dock, hangzhou } = openTestDock({ chaos: 1 });
    hangzhou.create(rightOrder);
    await dock.take(parcel);

    const [first, second] = hangzhou.confirm.mock.calls;
    expect(hangzhou.confirm).toHaveBeenCalledTimes(2);
    expect(second).toEqual(first);
  });
});
