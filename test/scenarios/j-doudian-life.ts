import { couriers, doudianGoods } from '../simulators/doudian-goods.ts';
import { announcements, isExpectedAt, openDoudianCase } from './lane-case.ts';
import type { Scenario } from './scenario.ts';

export const doudianLife: Scenario = {
  letter: 'j',
  title:
    'A Doudian return, from hint 200 to the refund: announced by Qimen, followed at Kuaidi100, half of it defective',
  async run(scene) {
    const { lane, events } = scene.world;
    const { doudian, feed, hangzhou, clock } = lane;
    const trackingNumber = `SF${scene.tag}0001`;

    const { id, key } = openDoudianCase(doudian, { quantity: 2 });
    scene.show(key, 'read after each hint, sent back by SF, one of two dresses defective, refunded');
    await scene.caseBecomes(
      key,
      'is read at Doudian, ids beyond 2^53 whole',
      ({ caseId, details }) => caseId === id && details.lines?.[0]?.quantity === 2,
    );
    await scene.caseBecomes(
      key,
      'has the platform’s own deadline',
      ({ platformDeadlines }) => Object.keys(platformDeadlines).length > 0,
    );
    doudian.agree(id);
    await scene.caseBecomes(
      key,
      'is approved, for the warehouse whose address Doudian gave',
      ({ decision, warehouse }) => decision.value === 'approved' && warehouse?.id === 'hangzhou',
    );
    doudian.ship(id, { trackingNumber, ...couriers.sf });
    const [order] = await isExpectedAt(scene, 'hangzhou', trackingNumber);
    scene.check('in the warehouse’s own SKU', order?.lines[0]?.itemCode === 'SKU-RED-M', JSON.stringify(order?.lines));
    await scene.caseBecomes(key, 'the warehouse’s answer is recorded', ({ preAdviceAnswers }) =>
      Object.values(preAdviceAnswers).some(({ accepted }) => accepted),
    );

    await scene.eventually(
      'the number is followed at Kuaidi100',
      async () => feed.subscriptionOf(trackingNumber) !== undefined || 'nobody asked',
    );
    const scans = (['1', '0', '5', '3'] as const).map((state, index) => ({
      state,
      at: clock.now() - 4000 + index * 500,
    }));
    feed.carry(trackingNumber, 'shunfeng', scans);
    await scene.caseBecomes(
      key,
      'is delivered, as the feed tells',
      ({ parcels }) => parcels[0]?.state?.stage === 'delivered',
    );

    await hangzhou.packageReport([{ expressCode: trackingNumber }]);
    await scene.caseBecomes(key, 'has reached the dock', ({ quality }) => quality === 'waiting');
    const line = { itemCode: 'SKU-RED-M', planQty: 2, actualQty: 1 };
    const answer = await hangzhou.confirm(
      order?.orderCode ?? '',
      [
        { ...line, inventoryType: 'ZP' },
        { ...line, inventoryType: 'CC' },
      ],
      { expressCode: trackingNumber },
    );
    scene.check('Qimen’s report is answered in XML', answer.flag === 'success', JSON.stringify(answer));
    await scene.caseBecomes(key, 'one unit is sellable, one defective', ({ goods }) => {
      const unit = goods.find(({ sku }) => sku === doudianGoods.dress.sku);
      return unit?.received === 2 && unit.stockedIn.sellable === 1 && unit.stockedIn.defective === 1;
    });
    await scene.isTold(key, 'Goods Exception Found');

    doudian.refund(id, 12_900);
    await scene.isTold(key, 'Refund Completed', ({ data }) => data.amount.amount === 12_900);
    await scene.caseBecomes(key, 'ends closed', ({ closedAt }) => closedAt !== undefined);
    const codes = announcements(scene, trackingNumber);
    scene.check('announced once', codes.length === 1, codes.join(', '));
    scene.check('and told of once', events.of(key, 'Return Tracking Assigned').length === 1);
    scene.check(
      'followed once',
      feed.asksOf(trackingNumber) === 1,
      `the feed was asked ${feed.asksOf(trackingNumber)} times`,
    );
  },
};
