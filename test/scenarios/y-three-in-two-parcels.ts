import { yuan } from '../simulators/goods.ts';
import type { OwnCase } from '../simulators/own-store.ts';
import type { BusEvent } from '../simulators/queue-reader.ts';
import { bookIn } from './book-in.ts';
import { clockOf, receivedOf } from './case-figures.ts';
import { ownCase } from './own-case.ts';
import type { Scenario } from './scenario.ts';
import type { Scene } from './scene.ts';
import { ago, later, minuteMs } from './times.ts';

const sku = 'CAP-BLUE';
const priceFen = 9_900;

const isRefund = ({ data }: BusEvent): boolean => data.kind === 'refund';

/*
 * Three caps come back in two parcels. The first was stocked in two days ago, and the refund of all three was missed while the second travelled. Then a third of the
 * money is paid, which was taken for all of it.
 */
export const threeInTwoParcels: Scenario = {
  letter: 'y',
  title:
    'B3: three units in two parcels: partly received, and the refund is due from the last parcel; a third of the money is a part of it',
  async run(scene) {
    const { ownStore, wms } = scene.world;
    const own = ownCase(scene, '1');
    scene.show(own.key, 'two parcels, two days apart, and two payments');
    const [first, second] = [`SF${scene.tag}01`, `SF${scene.tag}02`];
    const items = [{ sku, quantity: 3 }];

    await ownStore.openShipped(own, first, { items, at: ago({ hours: 80 }) });
    await ownStore.ship(own, second, ago({ hours: 70 }));
    await scene.caseBecomes(own.key, 'is on its way in two parcels', ({ parcels }) => parcels.length === 2);
    await bookIn(wms.east, { trackingNumber: first, items: [{ sku, quantity: 1 }], at: ago({ hours: 50 }) });
    await scene.caseBecomes(
      own.key,
      'is partly received, and no refund is late though the first parcel was stocked in two days ago',
      (snapshot) =>
        snapshot.headline === 'partly-received' &&
        receivedOf(snapshot) === 1 &&
        snapshot.attention.length === 0 &&
        (clockOf(snapshot, 'refund')?.openedAt ?? '9') > new Date().toISOString(),
    );

    const cameAt = ago({ minutes: 30 });
    await bookIn(wms.east, { trackingNumber: second, items: [{ sku, quantity: 2 }], at: cameAt });
    const stockedAt = later(cameAt, 10 * minuteMs).toISOString();
    await scene.caseBecomes(
      own.key,
      'is stocked in with the last parcel, and the refund is due from then',
      (snapshot) =>
        snapshot.headline === 'stocked-in' &&
        receivedOf(snapshot) === 3 &&
        clockOf(snapshot, 'refund')?.openedAt === stockedAt,
    );
    await isPaidInTwo(scene, own);
  },
};

async function isPaidInTwo(scene: Scene, own: OwnCase): Promise<void> {
  const { ownStore, events } = scene.world;
  await ownStore.pay(own, { amount: yuan(priceFen) }, new Date());
  await scene.caseBecomes(
    own.key,
    'is partly refunded, and the rest is still due',
    (snapshot) =>
      snapshot.headline === 'partly-refunded' &&
      snapshot.money.outstanding?.amount === 2 * priceFen &&
      clockOf(snapshot, 'refund')?.metAt === undefined,
  );
  scene.check('the part met no deadline', !events.of(own.key, 'Deadline Met').some(isRefund));
  const at = new Date();
  const rest = { refundId: `RF-${own.caseId}-2`, kind: 'goods-refund', amount: yuan(2 * priceFen), by: 'merchant' };
  await ownStore.tell(own, 'refund.completed', at, { ...rest, at: at.toISOString() });
  await scene.isTold(own.key, 'Deadline Met', isRefund);
  await scene.caseBecomes(
    own.key,
    'is refunded with the rest, and needs nobody',
    ({ headline, attention }) => headline === 'refunded' && attention.length === 0,
  );
  scene.check('no refund was ever told as missed', !events.of(own.key, 'Deadline Missed').some(isRefund));
}
