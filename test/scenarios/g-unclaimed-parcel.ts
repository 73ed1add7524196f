import type { Scenario } from './scenario.ts';
import { ago } from './times.ts';

export const unclaimedParcel: Scenario = {
  letter: 'g',
  title: 'A parcel nobody claims',
  async run(scene) {
    const { wms, store, events } = scene.world;
    const trackingNumber = `YT${scene.tag}01`;
    const items = [{ sku: 'CAP-BLUE', quantity: 1 }];
    await wms.west.receive({ trackingNumber, items, at: ago({ minutes: 15 }) });
    await scene.eventually(
      'it is told as unclaimed',
      async () => events.ofParcel(trackingNumber, 'Return Parcel Unclaimed').length === 1 || 'not told yet',
    );
    const [told] = events.ofParcel(trackingNumber, 'Return Parcel Unclaimed');
    scene.check(
      'with the warehouse and what is in it',
      told?.data.warehouseId === 'west' && told.data.lines[0]?.sku === 'CAP-BLUE',
    );
    await scene.eventually(
      'it is in the list of unclaimed parcels',
      async () => (await store.listings.listUnclaimed(1000)).includes(trackingNumber) || 'not in the list',
    );
    const parcel = (await store.parcels.readSnapshot(trackingNumber))?.snapshot;
    scene.check('no case counts it', parcel?.cases.length === 0 && parcel.linked.length === 0);
    scene.note(
      `parcel ${trackingNumber}: received at warehouse west ${parcel?.receivedAt}, 1 × CAP-BLUE, claimed by no case; listed as unclaimed`,
    );
  },
};
