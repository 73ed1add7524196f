import { couriers, doudianGoods } from '../simulators/doudian-goods.ts';
import type { Kuaidi100State } from '../simulators/kuaidi100-snapshot.ts';
import { bookIn } from './book-in.ts';
import { clockOf, receivedOf } from './case-figures.ts';
import { type OpenedCase, openDoudianCase } from './lane-case.ts';
import type { Scenario } from './scenario.ts';
import type { Scene } from './scene.ts';
import { ago, hourMs } from './times.ts';

const items = [{ sku: doudianGoods.dress.sku, quantity: 1 }];

/*
 * A buyer does not take the parcel at the door, and asks for the money. The case is agreed to and closed, and the dress comes home under the number that it went out
 * with, of which the warehouse knew nothing: there it was a parcel that nobody claims.
 */
export const refusedAtTheDoor: Scenario = {
  letter: 'ab',
  title:
    'B10: a Doudian parcel refused at the door: followed, announced under the number that it went out with, received, checked and refunded',
  async run(scene) {
    const { lane, wms, events } = scene.world;
    const { doudian } = lane;
    const trackingNumber = `YT${scene.tag}0001`;
    const parcel = { trackingNumber, ...couriers.yto };
    const opened = openDoudianCase(doudian, { type: 'refundAfterShipping', sentOut: [parcel], isStillOut: true });
    const { id, key } = opened;
    scene.show(key, 'came home under the number that it went out with');
    await isFollowed(scene, trackingNumber);
    scene.check('nothing is expected while it goes to the buyer', wms.east.toldOf(id).length === 0);

    carry(scene, trackingNumber, ['1', '0', '5', '14', '6']);
    await comesBack(scene, opened);
    doudian.agree(id);
    await scene.isTold(key, 'Return Tracking Assigned', ({ data }) => data.trackingNumber === trackingNumber);
    await scene.eventually(
      'the warehouse expects it, though the case is closed',
      async () => wms.east.expects(id, trackingNumber) !== undefined || 'nothing in its queue',
    );

    await bookIn(wms.east, { trackingNumber, items, at: ago({ minutes: 20 }) });
    await scene.caseBecomes(
      key,
      'is received, checked and stocked in, and needs nobody',
      (snapshot) =>
        snapshot.quality === 'passed' &&
        receivedOf(snapshot) === 1 &&
        snapshot.goods[0]?.stockedIn.sellable === 1 &&
        snapshot.attention.length === 0,
    );
    doudian.refund(id);
    await scene.isTold(key, 'Refund Completed');
    await scene.caseBecomes(
      key,
      'ends closed and paid, with nothing to appeal',
      (snapshot) =>
        snapshot.closedAt !== undefined &&
        snapshot.money.enoughAt !== undefined &&
        snapshot.attention.length === 0 &&
        clockOf(snapshot, 'appeal') === undefined,
    );
    const unclaimed = events.ofParcel(trackingNumber, 'Return Parcel Unclaimed');
    scene.check('it was never told as unclaimed', unclaimed.length === 0, `${unclaimed.length}`);
    const announced = events.of(key, 'Return Tracking Assigned');
    scene.check('and announced once', announced.length === 1, `${announced.length}`);
  },
};

async function isFollowed({ eventually, world }: Scene, trackingNumber: string): Promise<void> {
  await eventually(
    'the number that it went out with is followed at Kuaidi100',
    async () => world.lane.feed.subscriptionOf(trackingNumber) !== undefined || 'nobody asked',
  );
}

/** Scans of the last hour, a minute apart. */
function carry({ world }: Scene, trackingNumber: string, states: readonly Kuaidi100State[]): void {
  const { feed, clock } = world.lane;
  const since = clock.now() - hourMs;
  const scans = states.map((state, index) => ({ state, at: since + index * 60_000 }));
  feed.carry(trackingNumber, couriers.yto.companyCode, scans);
}

async function comesBack(scene: Scene, { key }: OpenedCase): Promise<void> {
  await scene.caseBecomes(
    key,
    'is on its way back, and a person is told so',
    ({ headline, attention }) => headline === 'on-its-way' && attention.includes('outbound-comes-back'),
  );
  await scene.isTold(key, 'Case Needs Attention', ({ data }) => data.reasons.includes('outbound-comes-back'));
}
