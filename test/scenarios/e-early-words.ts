import { ownCase } from './own-case.ts';
import type { Scenario } from './scenario.ts';
import { ago } from './times.ts';

const items = [{ sku: 'SHOE-RED-41', quantity: 1 }];
const eastern = [{ sku: 'E-100041', quantity: 1 }];

export const earlyWords: Scenario = {
  letter: 'e',
  title: 'The carrier, the warehouse and the help desk speak before the store does',
  async run(scene) {
    const { ownStore, scan, wms, store, sender, events } = scene.world;
    const own = ownCase(scene, '1');
    scene.show(own.key, 'known by its parcel before it was known as a case');
    const trackingNumber = `SF${scene.tag}01`;

    await scan({ trackingNumber, carrier: 'SF Express' }, 'in-transit', ago({ minutes: 100 }));
    await wms.east.receive({ trackingNumber, items: eastern, at: ago({ minutes: 40 }) });
    await wms.east.inspect({ trackingNumber, items: eastern, at: ago({ minutes: 30 }) });
    const ticket = { caseId: own.key, url: `https://desk.example.com/t/${scene.tag}` };
    await scene.accepted(sender.send('help-desk', 'ticket.linked', ticket));
    await scene.eventually('the parcel is known, and unclaimed', async () => {
      const parcel = (await store.parcels.readSnapshot(trackingNumber))?.snapshot;
      return (parcel?.unclaimed === true && parcel.goods.length === 2) || JSON.stringify(parcel ?? 'no such parcel');
    });
    await scene.eventually(
      'an unclaimed parcel is told',
      async () => events.ofParcel(trackingNumber, 'Return Parcel Unclaimed').length === 1 || 'not told yet',
    );
    scene.check('there is no such case yet', (await store.cases.readSnapshot(own.key)) === undefined);

    await ownStore.openShipped(own, trackingNumber, { items, at: ago({ hours: 30 }) });
    await scene.caseBecomes(
      own.key,
      'the goods are joined to the case, in the merchant’s own SKUs',
      ({ goods, quality }) => quality === 'passed' && goods[0]?.sku === 'SHOE-RED-41' && goods[0].received === 1,
    );
    await scene.caseBecomes(
      own.key,
      'so are the carrier’s scan and the help desk’s ticket',
      ({ parcels, tickets }) => parcels[0]?.state?.movedAt !== undefined && tickets[0] === ticket.url,
    );
    await scene.eventually(
      'the parcel is told as claimed',
      async () => events.ofParcel(trackingNumber, 'Return Parcel Claimed').length === 1 || 'not told yet',
    );
    await scene.isTold(own.key, 'Goods Received', ({ data }) => data.counted);
    scene.check('the receipt is told of the case once', events.of(own.key, 'Goods Received').length === 1);
    scene.check('no deadline is missed on the way', events.of(own.key, 'Deadline Missed').length === 0);
  },
};
