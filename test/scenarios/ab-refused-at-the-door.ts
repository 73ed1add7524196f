import { couriers } from '../simulators/doudian-goods.ts';
import type { Kuaidi100State } from '../simulators/kuaidi100-snapshot.ts';
import { clockOf, receivedOf } from './case-figures.ts';
import { announcements, isExpectedAt, openDoudianCase } from './lane-case.ts';
import type { Scenario } from './scenario.ts';
import { hourMs } from './times.ts';

const line = { itemCode: 'SKU-RED-M', inventoryType: 'ZP', planQty: 1, actualQty: 1 } as const;

/*
 * A buyer asks for a return before the dress is there, and does not take it at the door. It comes home under the number that it went out with, of which the
 * warehouse knew nothing: there it was a parcel that nobody claims.
 */
export const refusedAtTheDoor: Scenario = {
  letter: 'ab',
  title:
    'B10: a Doudian parcel refused at the door: followed, announced under the number that it went out with, received, checked and refunded',
  async run(scene) {
    const { lane, events } = scene.world;
    const { doudian, feed, hangzhou, clock } = lane;
    const trackingNumber = `YT${scene.tag}0001`;
    const carried = (...states: readonly Kuaidi100State[]) => {
      const since = clock.now() - hourMs;
      feed.carry(
        trackingNumber,
        couriers.yto.companyCode,
        states.map((state, index) => ({ state, at: since + index * 60_000 })),
      );
    };

    const { id, key } = openDoudianCase(doudian, { sentOut: [{ trackingNumber, ...couriers.yto }] });
    scene.show(key, 'came home under the number that it went out with');
    doudian.agree(id);
    await scene.caseBecomes(key, 'is approved', ({ decision }) => decision.value === 'approved');
    await scene.eventually(
      'the number that it went out with is followed at Kuaidi100',
      async () => feed.subscriptionOf(trackingNumber) !== undefined || 'nobody asked',
    );
    scene.check(
      'nothing is expected while it is on its way to the buyer',
      announcements(scene, trackingNumber).length === 0,
    );

    carried('1', '0', '5', '14', '6');
    await scene.caseBecomes(
      key,
      'is on its way back, and a person is told so',
      ({ headline, attention }) => headline === 'on-its-way' && attention.join() === 'outbound-comes-back',
    );
    await scene.isTold(key, 'Return Tracking Assigned', ({ data }) => data.trackingNumber === trackingNumber);
    const [{ orderCode } = { orderCode: '' }] = await isExpectedAt(scene, 'hangzhou', trackingNumber);

    await hangzhou.packageReport([{ expressCode: trackingNumber }]);
    await hangzhou.confirm(orderCode, [line], { expressCode: trackingNumber });
    await scene.caseBecomes(
      key,
      'is received, checked and stocked in, and needs nobody',
      (snapshot) =>
        snapshot.headline === 'stocked-in' &&
        snapshot.quality === 'passed' &&
        receivedOf(snapshot) === 1 &&
        snapshot.attention.length === 0 &&
        clockOf(snapshot, 'refund') !== undefined,
    );
    doudian.refund(id);
    await scene.caseBecomes(
      key,
      'ends closed, and paid',
      ({ closedAt, money }) => closedAt !== undefined && money.enoughAt !== undefined,
    );
    scene.check(
      'it was never told as unclaimed',
      events.ofParcel(trackingNumber, 'Return Parcel Unclaimed').length === 0,
    );
    const codes = announcements(scene, trackingNumber);
    scene.check('and announced once', codes.length === 1, codes.join(', '));
  },
};
