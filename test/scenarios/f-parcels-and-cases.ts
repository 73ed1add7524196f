import type { Item } from '../simulators/goods.ts';
import { receivedOf } from './case-figures.ts';
import { ownCase } from './own-case.ts';
import type { Scenario } from './scenario.ts';
import type { Scene } from './scene.ts';
import { ago } from './times.ts';

const oneCap: readonly Item[] = [{ sku: 'CAP-BLUE', quantity: 1 }];

export const parcelsAndCases: Scenario = {
  letter: 'f',
  title: 'Parcels and cases that are not one to one',
  async run(scene) {
    await Promise.all([enoughForBoth(scene), notEnough(scene), threeParcels(scene), putBack(scene), withdrawn(scene)]);
  },
};

async function openPair(scene: Scene, names: readonly [string, string], trackingNumber: string) {
  const pair = [ownCase(scene, names[0]), ownCase(scene, names[1])] as const;
  for (const each of pair) {
    await scene.world.ownStore.openShipped(each, trackingNumber, { items: oneCap, at: ago({ hours: 20 }) });
  }
  for (const { key } of pair) {
    await scene.isTold(key, 'Return Tracking Assigned');
  }
  return pair;
}

async function enoughForBoth(scene: Scene): Promise<void> {
  const { wms } = scene.world;
  const trackingNumber = `SF${scene.tag}10`;
  scene.show(ownCase(scene, '10').key, 'one of two cases in one parcel, with enough in it for both');
  const pair = await openPair(scene, ['10', '11'], trackingNumber);
  await wms.east.receive({
    trackingNumber,
    items: [{ sku: 'CAP-BLUE', quantity: 2 }],
    at: ago({ minutes: 20 }),
  });
  for (const { key, caseId } of pair) {
    await scene.caseBecomes(
      key,
      `two cases in one parcel with enough: ${caseId} has its one, and a note that the other names the number, too`,
      (snapshot) =>
        receivedOf(snapshot) === 1 &&
        snapshot.parcels[0]?.state?.allotment === 'divided' &&
        snapshot.attention.join() === 'number-on-several-cases',
    );
  }
}

async function notEnough(scene: Scene): Promise<void> {
  const { wms, events } = scene.world;
  const trackingNumber = `SF${scene.tag}20`;
  scene.show(ownCase(scene, '20').key, 'one of two cases in one parcel, with too little in it for both');
  const pair = await openPair(scene, ['20', '21'], trackingNumber);
  await wms.east.receive({ trackingNumber, items: oneCap, at: ago({ minutes: 20 }) });
  for (const { key, caseId } of pair) {
    await scene.caseBecomes(
      key,
      `two cases in one parcel with too little: nobody counts it, a person must allot (${caseId})`,
      (snapshot) => receivedOf(snapshot) === 0 && snapshot.attention.includes('goods-awaiting-allotment'),
    );
    await scene.isTold(key, 'Case Needs Attention', ({ data }) => data.reasons.includes('goods-awaiting-allotment'));
    await scene.isTold(key, 'Goods Received', ({ data }) => !data.counted);
  }
  scene.check(
    'what nobody counts is told as not counted',
    events.of(pair[0].key, 'Goods Received').every(({ data }) => !data.counted),
  );
}

async function threeParcels(scene: Scene): Promise<void> {
  const { ownStore, wms } = scene.world;
  const own = ownCase(scene, '30');
  scene.show(own.key, 'one case in three parcels');
  const numbers = [1, 2, 3].map((each) => `SF${scene.tag}3${each}`);
  await ownStore.openShipped(own, numbers[0] ?? '', {
    items: [{ sku: 'CAP-BLUE', quantity: 3 }],
    at: ago({ hours: 20 }),
  });
  await ownStore.ship(own, numbers[1] ?? '', ago({ hours: 19 }));
  await ownStore.ship(own, numbers[2] ?? '', ago({ hours: 18 }));
  await scene.eventually(
    'one case in three parcels: the warehouse expects each',
    async () =>
      numbers.every((each) => wms.east.expects(own.caseId, each)) || `${wms.east.toldOf(own.caseId).length} told`,
  );
  for (const trackingNumber of numbers) {
    await wms.east.receive({ trackingNumber, items: oneCap, at: ago({ minutes: 20 }) });
  }
  await scene.caseBecomes(
    own.key,
    'one case in three parcels: all three units count',
    (snapshot) =>
      receivedOf(snapshot) === 3 &&
      snapshot.goods.every(({ over, short, unexpected }) => over + short + unexpected === 0),
  );
  const announced = numbers.map((each) => wms.east.expects(own.caseId, each)?.data.lines.length ?? 0).sort();
  scene.check('its goods are announced with one parcel only', announced.join() === '0,0,1', announced.join());
}

async function putBack(scene: Scene): Promise<void> {
  const { ownStore, wms, events } = scene.world;
  const own = ownCase(scene, '40');
  scene.show(own.key, 'a number replaced, and put back');
  const [first, second] = [`SF${scene.tag}41`, `SF${scene.tag}42`];
  const expectsOnly = (wanted: string, other: string) => async () =>
    (wms.east.expects(own.caseId, wanted) !== undefined && wms.east.expects(own.caseId, other) === undefined) ||
    wms.east
      .toldOf(own.caseId)
      .map(({ type, data }) => `${type} ${data.trackingNumber}`)
      .join(', ');
  await ownStore.openShipped(own, first, { items: oneCap, at: ago({ hours: 20 }) });
  await scene.eventually('a number replaced and put back: the warehouse expects the first', expectsOnly(first, second));
  await ownStore.ship(own, second, ago({ hours: 10 }), first);
  await scene.eventually('then the second instead', expectsOnly(second, first));
  await ownStore.ship(own, first, ago({ hours: 5 }), second);
  await scene.eventually('then the first again', expectsOnly(first, second));
  await scene.eventually('assigned once, replaced twice', async () => {
    const types = events.of(own.key).map(({ type }) => type);
    const told = ['Assigned', 'Replaced'].map(
      (each) => types.filter((type) => type === `Return Tracking ${each}`).length,
    );
    return told.join() === '1,2' || `assigned, replaced: ${told.join()}`;
  });
}

async function withdrawn(scene: Scene): Promise<void> {
  const { ownStore, wms } = scene.world;
  const own = ownCase(scene, '50');
  scene.show(own.key, 'withdrawn after its announcement');
  const trackingNumber = `SF${scene.tag}50`;
  await ownStore.openShipped(own, trackingNumber, { items: oneCap, at: ago({ hours: 20 }) });
  await scene.eventually(
    'a case withdrawn after its announcement: the warehouse expects it first',
    async () => wms.east.expects(own.caseId, trackingNumber) !== undefined || 'nothing in its queue',
  );
  await ownStore.tell(own, 'return.withdrawn', new Date(), { reason: 'kept' });
  await scene.isTold(own.key, 'Return Tracking Withdrawn');
  await scene.isTold(own.key, 'Case Withdrawn');
  await scene.eventually(
    'then it forgets it',
    async () => wms.east.expects(own.caseId, trackingNumber) === undefined || 'it still expects it',
  );
}
