import type { Scenario } from './scenario.ts';
import { askAtShopify, shoe } from './shopify-case.ts';
import { ago } from './times.ts';

/** What the eastern warehouse calls the shoe. */
const easternShoe = [{ sku: 'E-100041', quantity: 1 }];

export const shopifyLife: Scenario = {
  letter: 'a',
  title: 'A Shopify return, from the first hint to its close',
  async run(scene) {
    const { shop, admin, scan, wms, events } = scene.world;
    const trackingNumber = `1Z${scene.tag}0001`;

    admin.refuseNext('throttled');
    admin.refuseNext('down');
    const { number, key } = await askAtShopify(scene);
    scene.show(
      key,
      'a whole life in some seconds: read at Shopify, sent back by UPS, checked, stocked in, refunded, closed',
    );
    await scene.caseBecomes(
      key,
      'is read at the shop, which is too busy at first, and then down',
      ({ details }) => details.lines?.[0]?.sku === shoe.sku,
    );
    scene.check('the shop had refused two queries', admin.counts.refused === 2, `${admin.counts.refused}`);

    await scene.accepted(shop.approve(number, new Date()));
    await scene.caseBecomes(
      key,
      'is approved, for the warehouse that the policy chooses',
      ({ decision, warehouse }) => decision.value === 'approved' && warehouse?.id === 'east',
    );
    await scene.accepted(shop.attach(number, { carrierName: 'UPS', number: trackingNumber }, new Date()));
    const advice = (await scene.isTold(key, 'Return Tracking Assigned')).data;
    scene.check(
      'the pre-advice speaks the warehouse’s codes',
      advice.carrier === 'UPS' && advice.lines[0]?.sku === 'E-100041',
      JSON.stringify(advice.lines),
    );
    await scene.eventually(
      'the warehouse is told',
      async () => wms.east.expects(number, trackingNumber) !== undefined || 'nothing in its queue',
    );
    await scene.caseBecomes(
      key,
      'the warehouse’s acknowledgement is recorded',
      ({ preAdviceAnswers }) => preAdviceAnswers[advice.announcementId]?.accepted === true,
    );

    const ups = async (stage: string, at: Date, id: string) =>
      await scan({ trackingNumber, carrier: 'UPS' }, stage, at, id);
    await ups('delivered', ago({ seconds: 0.1 }), `scan-${scene.tag}-3`);
    await ups('in-transit', ago({ seconds: 0.3 }), `scan-${scene.tag}-1`);
    await ups('in-transit', ago({ seconds: 0.3 }), `scan-${scene.tag}-1`);
    await ups('out-for-delivery', ago({ seconds: 0.2 }), `scan-${scene.tag}-2`);
    await scene.caseBecomes(
      key,
      'carrier scans out of order and twice end at delivered',
      ({ parcels }) => parcels[0]?.state?.stage === 'delivered',
    );

    const report = { trackingNumber, items: easternShoe };
    await wms.east.receive({ ...report, at: new Date() });
    await scene.caseBecomes(key, 'waits for its check once received', ({ quality }) => quality === 'waiting');
    await wms.east.inspect({ ...report, at: new Date() });
    await scene.caseBecomes(
      key,
      'is checked in time',
      ({ quality, deadlines }) => quality === 'passed' && Object.values(deadlines).every((each) => !each.missed),
    );
    await wms.east.stockIn({ ...report, at: new Date() });
    await scene.accepted(shop.dispose(number, 'RESTOCKED', new Date()));
    await scene.caseBecomes(
      key,
      'is stocked in, and the refund clock runs',
      ({ headline, deadlines }) =>
        headline === 'stocked-in' && Object.values(deadlines).some((each) => each.kind === 'refund' && !each.metAt),
    );
    await scene.caseBecomes(
      key,
      'the shop’s own booking is shown beside it',
      ({ storeDispositions }) => storeDispositions[0]?.type === 'restocked',
    );

    await scene.accepted(shop.refund(number, new Date()));
    await scene.isTold(key, 'Refund Completed', ({ data }) => data.amount.amount === 29_900);
    await scene.isTold(key, 'Deadline Met', ({ data }) => data.kind === 'refund');
    await scene.accepted(shop.close(number, new Date()));
    await scene.isTold(key, 'Case Closed');
    await scene.caseBecomes(key, 'ends closed', ({ headline }) => headline === 'closed');

    const told = [...wms.east.toldOf(number), ...events.of(key, 'Return Tracking Assigned')];
    scene.check(
      'one pre-advice in all',
      new Set(told.map(({ metadata }) => metadata.eventId)).size === 1,
      `${told.length}`,
    );
    scene.check('nothing calls for attention', events.of(key, 'Case Needs Attention').length === 0);
  },
};
