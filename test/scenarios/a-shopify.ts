import type { Scenario } from './scenario.ts';
import { eastSku, sku } from './own-store.ts';

/** A Shopify return from the buyer's request to its closing: every topic is only a hint, what counts is read. */
export const shopifyReturn: Scenario = {
  letter: 'a',
  title: 'Shopify: a hint is read, the return is announced, followed, refunded and closed',
  async run(world, checks) {
    const { shopify, sender, east, bus } = world;
    const line = { sku, name: 'Trail shoe - 41', quantity: 1, price: '49.90', currency: 'USD', reason: 'size-too-small' };
    const number = await shopify.request(line);
    const key = `shopify:${shopify.shop}:${number}`;
    const current = () => world.caseOf(key);
    await checks.eventually('the request is read at the shop, with an id beyond what JavaScript numbers hold', async () => (await current())?.details.lines?.[0]?.sku === sku);

    world.admin.throttle(1);
    await shopify.approve(number);
    await checks.eventually('the approval is read, though the shop first answered that it is busy', async () => (await current())?.decision.value === 'approved');

    const tracking = world.number('A1');
    await shopify.attach(number, { carrierName: 'SF Express', number: tracking });
    await checks.eventually('warehouse east is told what comes, in its own codes', () => {
      const advice = east.expects(number, tracking)?.data;
      return advice?.carrier === 'SF' && advice?.lines[0]?.sku === eastSku;
    });
    await checks.eventually('and its acknowledgement is on the case', async () => Object.values((await current())?.preAdviceAnswers ?? {}).some((each) => each.accepted));

    const moved = (stage: string, minutesAgo: number, id: string) =>
      sender.send('carrier-feed', 'parcel.moved', { carrier: '顺丰', trackingNumber: tracking, stage, at: new Date(Date.now() - minutesAgo * 60_000).toISOString() }, { id: `${tracking}-${id}` });
    await moved('delivered', 4, 'delivered');
    await moved('picked-up', 9, 'picked-up');
    await moved('in-transit', 6, 'in-transit');
    await moved('in-transit', 6, 'in-transit');
    await checks.eventually('the carrier spoke out of order and twice; the parcel is delivered', async () => (await current())?.parcels[0]?.state?.stage === 'delivered');

    const report = (type: string, data: Record<string, unknown>) => east.report(type, { trackingNumber: tracking, ...data });
    const at = () => new Date().toISOString();
    await report('parcel.received', { receiptId: `rc-${tracking}`, receivedAt: at(), lines: [{ sku: eastSku, quantity: 1 }] });
    await report('return.inspected', { inspectionId: `qc-${tracking}`, inspectedAt: at(), lines: [{ sku: eastSku, quantity: 1, result: 'passed' }] });
    await report('return.stocked-in', { stockInId: `in-${tracking}`, at: at(), lines: [{ sku: eastSku, quantity: 1, condition: 'sellable' }] });
    await checks.eventually('received, checked and stocked in: one unit each', async () => {
      const goods = (await current())?.goods[0];
      return goods?.received === 1 && goods.inspected.passed === 1 && goods.stockedIn.sellable === 1;
    });

    await shopify.dispose(number, 'RESTOCKED');
    await checks.eventually('the shop’s own booking finds its return by the reverse order, and counts no goods', async () => {
      const snapshot = await current();
      return snapshot?.storeDispositions.length === 1 && snapshot.goods[0]?.stockedIn.sellable === 1;
    });
    await shopify.refund(number);
    await checks.eventually('the refund of 49.90 USD is on the case', async () => (await current())?.money.actions[0]?.amount.amount === 4_990);
    await shopify.close(number);
    await checks.eventually('closed', async () => (await current())?.closedAt !== undefined);
    await checks.eventually('the warehouse was told once', () => bus.toldOf(key, 'Return Tracking Assigned', 'Return Tracking Replaced').length === 1);
    await checks.eventually('every event of its life was told', () =>
      ['Case Opened', 'Case Decided', 'Goods Received', 'Goods Inspected', 'Goods Stocked In', 'Refund Completed', 'Case Closed'].every((type) => bus.toldOf(key, type).length === 1),
    );
    return [key];
  },
};
