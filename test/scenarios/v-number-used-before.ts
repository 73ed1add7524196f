import type { CaseSnapshot } from '#shared/returns/case/case.ts';
import { digestOf } from '#shared/returns/record/digest.ts';
import type { OwnCase } from '../simulators/own-store.ts';
import { bookIn } from './book-in.ts';
import { receivedOf } from './case-figures.ts';
import { ownCase } from './own-case.ts';
import type { Scenario } from './scenario.ts';
import type { Scene } from './scene.ts';
import { ago, later, minuteMs } from './times.ts';

const yearHours = 365 * 24;
const caps = [{ sku: 'CAP-BLUE', quantity: 1 }];
const shoes = [{ sku: 'SHOE-RED-41', quantity: 1 }];
const eastern = [{ sku: 'E-100041', quantity: 1 }];

/*
 * The carrier gives a number out again. A year ago it brought a cap, which was checked, stocked in and paid for; today it is to bring a shoe. Neither may the cap
 * count for today's case, nor the shoe for the old one.
 */
export const numberUsedBefore: Scenario = {
  letter: 'v',
  title:
    'A1: a number that brought a return of another case a year ago: nothing of that counts today, a person is told, and what comes today counts today',
  async run(scene) {
    const { ownStore, wms, events } = scene.world;
    const trackingNumber = `SF${scene.tag}01`;
    const [old, own] = [ownCase(scene, '1'), ownCase(scene, '2')];
    scene.show(own.key, 'its number brought the goods of another case a year ago');
    const before = await overSinceAYear(scene, old, trackingNumber);

    await ownStore.openShipped(own, trackingNumber, { items: shoes, at: ago({ hours: 30 }) });
    await scene.caseBecomes(
      own.key,
      'is on its way, with a note of the number and nothing of the old goods',
      ({ headline, quality, attention, deadlines, goods }) =>
        headline === 'on-its-way' &&
        quality === 'none' &&
        attention.join() === 'number-used-before' &&
        Object.values(deadlines).every(({ kind }) => kind === 'buyer-ships') &&
        goods.every(({ sku, received }) => sku === 'SHOE-RED-41' && received === 0),
    );
    await scene.isTold(own.key, 'Case Needs Attention', ({ data }) => data.reasons.includes('number-used-before'));
    await scene.isTold(own.key, 'Return Tracking Assigned');
    const told = events
      .of(own.key)
      .filter(({ type, data }) => /^(?:Goods|Deadline)/.test(type) && !('kind' in data && data.kind === 'buyer-ships'));
    scene.check(
      'no goods, and no clocks but that of the sending, were told of it',
      told.length === 0,
      told.map(({ type }) => type).join(', '),
    );

    await bookIn(wms.east, { trackingNumber, items: eastern, at: ago({ minutes: 30 }), nth: 2 });
    await scene.caseBecomes(
      own.key,
      'counts what comes today',
      (snapshot) => snapshot.headline === 'stocked-in' && snapshot.quality === 'passed' && receivedOf(snapshot) === 1,
    );
    await scene.isTold(own.key, 'Goods Received', ({ data }) => data.counted);
    const receipts = events.of(own.key, 'Goods Received').map(({ data }) => data.receiptId);
    scene.check('and was told of that only', receipts.join() === `REC-${trackingNumber}-2`, receipts.join());
    await scene.caseBecomes(old.key, 'the old case is as it was', (snapshot) => standOf(snapshot) === before.stand);
    // The bus is behind now and then: what is told late is still of a year ago.
    const others = events
      .of(old.key)
      .slice(before.told)
      .filter(({ data }) => JSON.stringify(data).includes(`${trackingNumber}-2`));
    scene.check('and nothing of today was told of it', others.length === 0, others.map(({ type }) => type).join(', '));
  },
};

/** Shipped, booked in, paid and closed, all of it a year ago. @returns how it stands, and how much was told of it. */
async function overSinceAYear(
  scene: Scene,
  old: OwnCase,
  trackingNumber: string,
): Promise<{ readonly stand: string; readonly told: number }> {
  const { ownStore, wms, store, events } = scene.world;
  const at = ago({ hours: yearHours });
  await ownStore.openShipped(old, trackingNumber, { items: caps, at: ago({ hours: yearHours + 48 }) });
  await bookIn(wms.east, { trackingNumber, items: caps, at });
  await ownStore.refund(old, caps, later(at, 20 * minuteMs));
  await ownStore.tell(old, 'return.closed', later(at, 30 * minuteMs));
  await scene.caseBecomes(
    old.key,
    'the old case was received, checked, stocked in, paid and closed a year ago',
    (snapshot) =>
      snapshot.headline === 'closed' &&
      snapshot.quality === 'passed' &&
      receivedOf(snapshot) === 1 &&
      snapshot.money.enoughAt !== undefined &&
      snapshot.attention.length === 0,
  );
  await scene.isTold(old.key, 'Goods Received');
  await scene.isTold(old.key, 'Case Closed');
  const record = await store.cases.readSnapshot(old.key);
  return { stand: record ? standOf(record.snapshot) : '', told: events.of(old.key).length };
}

/** All that goods and clocks are, as text. */
function standOf({ headline, quality, goods, attention, notes, deadlines, money, closedAt }: CaseSnapshot): string {
  return digestOf({ headline, quality, goods, attention, notes, deadlines, money, closedAt });
}
