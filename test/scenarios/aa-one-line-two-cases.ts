import type { EventType } from '#shared/returns/events.ts';
import { yuan } from '../simulators/goods.ts';
import type { OwnCase } from '../simulators/own-store.ts';
import { bookIn } from './book-in.ts';
import { ownCase } from './own-case.ts';
import type { Scenario } from './scenario.ts';
import type { Scene } from './scene.ts';
import { ago } from './times.ts';

const sku = 'CAP-BLUE';
const items = [{ sku, quantity: 1 }];
const paid = yuan(12_900);
const forTheStain = yuan(3_000);

/*
 * A buyer gets 30 of 129 yuan back for a stain, and keeps the cap; then sends it back after all, and gets 129. Each case is within what was paid for the
 * line, and 159 went out for it.
 */
export const oneLineTwoCases: Scenario = {
  letter: 'aa',
  title: 'B9: two cases on one order line, 30 and then 129 paid of 129: more than was paid for it, told of both',
  async run(scene) {
    const { ownStore, wms, events } = scene.world;
    const [stain, back] = [ownCase(scene, '1'), ownCase(scene, '2')];
    const lines = [{ lineId: '1', ...items[0], unitPrice: paid, title: 'Cap, blue' }];
    const order = { orderId: `SO-${scene.tag}`, paid, lines };
    scene.show(back.key, 'the second case on its order line');

    const keep = { ...order, kind: 'refund-only', refund: forTheStain };
    await ownStore.request(stain, { items, at: ago({ hours: 60 }), more: keep });
    await ownStore.approve(stain, ago({ hours: 59 }));
    await ownStore.pay(stain, { amount: forTheStain }, ago({ hours: 58 }));
    await scene.caseBecomes(
      stain.key,
      'is paid for the stain, and needs nobody',
      ({ headline, attention }) => headline === 'refunded' && attention.length === 0,
    );

    const trackingNumber = `SF${scene.tag}01`;
    const more = { ...order, refund: paid };
    await ownStore.openShipped(back, trackingNumber, { items, at: ago({ hours: 30 }), more });
    await areTold(scene, [stain, back], 'line-in-other-case', 'that the other is on its line');
    await bookIn(wms.east, { trackingNumber, items, at: ago({ minutes: 30 }) });
    await scene.isTold(back.key, 'Deadline Opened', ({ data }) => data.kind === 'refund');

    await ownStore.pay(back, { amount: paid }, new Date());
    await areTold(scene, [stain, back], 'line-over-paid', 'that more was paid out for the line than was paid for it');
    const needs: EventType = 'Case Needs Attention';
    const told = [stain, back].flatMap(({ key }) => events.of(key, needs).flatMap(({ data }) => data.reasons));
    scene.check('neither was over its own cap', !told.includes('money-over-cap'), [...new Set(told)].join(', '));
  },
};

async function areTold(scene: Scene, cases: readonly OwnCase[], code: string, what: string): Promise<void> {
  for (const { key, caseId } of cases) {
    await scene.caseBecomes(key, `${caseId} notes ${what}`, ({ attention }) => attention.includes(code));
    await scene.isTold(key, 'Case Needs Attention', ({ data }) => data.reasons.includes(code));
  }
}
