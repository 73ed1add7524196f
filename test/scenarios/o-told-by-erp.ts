import { couriers, doudianGoods } from '../simulators/doudian-goods.ts';
import { type OpenedCase, openDoudianCase } from './lane-case.ts';
import type { Scenario } from './scenario.ts';
import type { Scene } from './scene.ts';

const southAddress = '880002';

export const toldByErp: Scenario = {
  letter: 'o',
  title: 'A warehouse that the merchant’s ERP tells: Backhaul announces nothing, compares, and chases',
  turn: 'early',
  async run(scene) {
    const { south } = scene.world.lane;
    const [told, forgotten] = [`YT${scene.tag}0001`, `YT${scene.tag}0002`] as const;

    // The forgotten one first: its chase takes minutes.
    const second = await awaitedInTheSouth(scene, forgotten);
    scene.show(second.key, 'the ERP forgot it, and the warehouse was chased; it came all the same');
    const first = await awaitedInTheSouth(scene, told);
    scene.show(first.key, 'announced by the ERP');
    await south.takeFromErp({
      orderCode: `ERP-${told}`,
      trackingNumber: told,
      lines: [{ itemCode: doudianGoods.dress.sku, quantity: 1 }],
    });
    await scene.isTold(first.key, 'Deadline Met', ({ data }) => data.kind === 'warehouse-acknowledges');

    await isChased(scene, second);
    await south.packageReport([{ expressCode: forgotten }]);
    await scene.caseBecomes(second.key, 'came to a dock where nobody expected it', ({ attention }) =>
      attention.includes('not-announced'),
    );
    const missed = scene.world.events
      .of(first.key, 'Deadline Missed')
      .filter(({ data }) => data.kind === 'warehouse-acknowledges');
    scene.check('nobody was chased for the parcel that the ERP told of', missed.length === 0, `${missed.length}`);
    const announced = [first, second].flatMap(({ key }) => scene.world.events.of(key, 'Return Tracking Assigned'));
    scene.check('Backhaul announced neither', announced.length === 0, `${announced.length}`);
  },
};

/** On its way to the warehouse in the south, which has not said that it expects it. */
async function awaitedInTheSouth(scene: Scene, trackingNumber: string): Promise<OpenedCase> {
  const { doudian } = scene.world.lane;
  const opened = openDoudianCase(doudian);
  await scene.caseBecomes(opened.key, 'is read', ({ details }) => details.lines?.[0]?.sku === doudianGoods.dress.sku);
  doudian.agree(opened.id, southAddress);
  await scene.caseBecomes(opened.key, 'goes to the south', ({ warehouse }) => warehouse?.id === 'south');
  doudian.ship(opened.id, { trackingNumber, ...couriers.yto });
  await scene.caseBecomes(opened.key, 'waits for the warehouse to know of it', ({ deadlines }) =>
    Object.values(deadlines).some(({ kind, metAt }) => kind === 'warehouse-acknowledges' && !metAt),
  );
  return opened;
}

/** First reminded, then told that it is late; all before the parcel comes. */
async function isChased(scene: Scene, { key }: OpenedCase): Promise<void> {
  for (const type of ['Deadline Approaching', 'Deadline Missed'] as const) {
    await scene.isTold(key, type, ({ data }) => data.kind === 'warehouse-acknowledges');
  }
  await scene.caseBecomes(key, 'shows that it is late', ({ deadlines, attention }) => {
    const clock = Object.values(deadlines).find(({ kind }) => kind === 'warehouse-acknowledges');
    return clock?.missed === true && clock.metAt === undefined && attention.includes('deadline-missed');
  });
}
