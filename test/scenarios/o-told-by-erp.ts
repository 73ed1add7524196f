import { dress, openDoudianCase, yto } from './lane-case.ts';
import type { Scenario } from './scenario.ts';

const southAddress = '880002';

export const toldByErp: Scenario = {
  letter: 'o',
  title: 'A warehouse that the merchant’s ERP tells: Backhaul announces nothing, compares, and chases',
  async run(scene) {
    const { doudian, south } = scene.world.lane;
    const [told, forgotten] = [`YT${scene.tag}0001`, `YT${scene.tag}0002`] as const;
    const cases = [];
    for (const trackingNumber of [told, forgotten]) {
      const opened = openDoudianCase(doudian);
      cases.push(opened);
      await scene.caseBecomes(opened.key, 'is read', ({ details }) => details.lines?.[0]?.sku === dress.sku);
      doudian.agree(opened.id, southAddress);
      await scene.caseBecomes(opened.key, 'goes to the south', ({ warehouse }) => warehouse?.id === 'south');
      doudian.ship(opened.id, { trackingNumber, ...yto });
      await scene.caseBecomes(opened.key, 'waits for the warehouse to know of it', ({ deadlines }) =>
        Object.values(deadlines).some(({ kind, metAt }) => kind === 'warehouse-acknowledges' && !metAt),
      );
    }
    const [first, second] = cases as [(typeof cases)[number], (typeof cases)[number]];
    scene.show(first.key, 'announced by the ERP');
    scene.show(second.key, 'the ERP forgot it; it came all the same');

    await south.takeFromErp({
      orderCode: `ERP-${told}`,
      trackingNumber: told,
      lines: [{ itemCode: dress.sku, quantity: 1 }],
    });
    await scene.isTold(first.key, 'Deadline Met', ({ data }) => data.kind === 'warehouse-acknowledges');
    await south.packageReport([{ expressCode: forgotten }]);
    await scene.caseBecomes(second.key, 'came to a dock where nobody expected it', ({ attention }) =>
      attention.includes('not-announced'),
    );
    const announced = cases.flatMap(({ key }) => scene.world.events.of(key, 'Return Tracking Assigned'));
    scene.check('Backhaul announced neither', announced.length === 0, `${announced.length}`);
  },
};
