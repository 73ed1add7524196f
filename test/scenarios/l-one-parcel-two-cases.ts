import { isExpectedAt, shipped } from './lane-case.ts';
import type { Scenario } from './scenario.ts';

export const oneParcelTwoCases: Scenario = {
  letter: 'l',
  title: 'Two Doudian returns in one parcel, each booked in under its own order',
  async run(scene) {
    const { hangzhou } = scene.world.lane;
    const trackingNumber = `YT${scene.tag}0001`;
    const cases = [await shipped(scene, trackingNumber), await shipped(scene, trackingNumber)];
    for (const { key } of cases) {
      scene.show(key, 'one of two in a parcel');
    }
    const orders = await isExpectedAt(scene, 'hangzhou', trackingNumber, 2);
    await hangzhou.packageReport([{ expressCode: trackingNumber }]);
    for (const { orderCode } of orders) {
      await hangzhou.confirm(orderCode, [{ itemCode: 'SKU-RED-M', inventoryType: 'ZP', planQty: 1, actualQty: 1 }], {
        expressCode: trackingNumber,
      });
    }
    for (const { key } of cases) {
      await scene.caseBecomes(
        key,
        'has its own unit, and no other',
        ({ goods, quality }) =>
          quality === 'passed' && goods.length === 1 && goods[0]?.received === 1 && goods[0].over === 0,
      );
    }
  },
};
