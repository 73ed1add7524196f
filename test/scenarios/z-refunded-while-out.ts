import { clockOf, receivedOf } from './case-figures.ts';
import { isExpectedAt, type OpenedCase, shipped } from './lane-case.ts';
import type { Scenario } from './scenario.ts';
import type { Scene } from './scene.ts';

const line = { itemCode: 'SKU-RED-M', inventoryType: 'ZP', planQty: 1, actualQty: 1 } as const;

/*
 * Doudian refunds by a rule of its own while the dress is on its way, and closes the case. It was taken for a payment of the merchant, and nobody looked for the
 * goods any more. Now it is told whose payment it was, and what it left open, until the dress is back.
 */
export const refundedWhileOut: Scenario = {
  letter: 'z',
  title:
    'B4: Doudian refunds while the goods are out: paid by the platform, money out and goods not back, time to appeal, until they are back',
  async run(scene) {
    const { doudian, hangzhou, clock } = scene.world.lane;
    const trackingNumber = `YT${scene.tag}0001`;
    const opened = await shipped(scene, trackingNumber);
    const { id, key } = opened;
    scene.show(key, 'refunded by the platform on its way; the goods came later');
    const [{ orderCode } = { orderCode: '' }] = await isExpectedAt(scene, 'hangzhou', trackingNumber);

    doudian.refundByPlatform(id);
    const paidAt = clock.now();
    await isOut(scene, opened);
    await isExpectedAt(scene, 'hangzhou', trackingNumber);
    // Both tell time in seconds: goods of the same second would have been back when the money went out.
    await scene.eventually('the second of the payment is over', async () => clock.now() > paidAt + 1000 || 'not yet');

    await hangzhou.packageReport([{ expressCode: trackingNumber }]);
    const answer = await hangzhou.confirm(orderCode, [line], { expressCode: trackingNumber });
    scene.check('the warehouse’s report is taken', answer.flag === 'success', JSON.stringify(answer));
    await scene.caseBecomes(
      key,
      'needs nobody once the goods are back, and has nothing to appeal',
      (snapshot) =>
        receivedOf(snapshot) === 1 &&
        snapshot.quality === 'passed' &&
        snapshot.attention.length === 0 &&
        snapshot.money.out === undefined &&
        clockOf(snapshot, 'appeal')?.metAt !== undefined,
    );
    await scene.isTold(key, 'Deadline Met', ({ data }) => data.kind === 'appeal');
    await scene.isTold(key, 'Case Attention Cleared');
  },
};

async function isOut(scene: Scene, { key }: OpenedCase): Promise<void> {
  await scene.caseBecomes(
    key,
    'is closed, paid by the platform, with the money out and the goods not back',
    (snapshot) =>
      snapshot.headline === 'closed' &&
      snapshot.money.actions.map(({ by, status }) => `${by} ${status}`).join() === 'platform done-by-platform' &&
      snapshot.notes.some(({ code, detail }) => code === 'money-out-goods-not-back' && detail === 'CNY 12900') &&
      clockOf(snapshot, 'appeal')?.metAt === undefined,
  );
  await scene.isTold(key, 'Refund Completed', ({ data }) => data.by === 'platform');
  await scene.isTold(key, 'Case Needs Attention', ({ data }) => data.reasons.includes('money-out-goods-not-back'));
  await scene.isTold(key, 'Deadline Opened', ({ data }) => data.kind === 'appeal');
}
