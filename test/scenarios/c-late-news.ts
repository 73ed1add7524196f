import { ownCase } from './own-case.ts';
import type { Scenario } from './scenario.ts';
import { ago } from './times.ts';

const items = [{ sku: 'SHOE-RED-41', quantity: 1 }];
const eastern = [{ sku: 'E-100041', quantity: 1 }];

export const lateNews: Scenario = {
  letter: 'c',
  title: 'A refund deadline missed and escalated, until late news shows that it was met',
  turn: 'early',
  async run(scene) {
    const { ownStore, wms, events } = scene.world;
    const own = ownCase(scene, '1');
    scene.show(own.key, 'the refund was paid in time, but nobody told us');
    const trackingNumber = `SF${scene.tag}01`;
    const isRefund = ({ data }: { data: { kind: string } }) => data.kind === 'refund';

    await ownStore.openShipped(own, trackingNumber, { items, at: ago({ hours: 96 }) });
    await scene.isTold(own.key, 'Return Tracking Assigned');
    await wms.east.inspect({ trackingNumber, items: eastern, at: ago({ hours: 24, minutes: 20 }) });
    await scene.caseBecomes(own.key, 'is checked', ({ quality }) => quality === 'passed');
    await wms.east.stockIn({ trackingNumber, items: eastern, at: ago({ hours: 24, seconds: -10 }) });
    await scene.isTold(own.key, 'Deadline Approaching', isRefund);
    await scene.isTold(own.key, 'Deadline Missed', isRefund);
    await scene.isTold(own.key, 'Deadline Missed', (event) => isRefund(event) && event.data.escalation >= 1);
    await scene.caseBecomes(own.key, 'the case calls for attention', ({ attention }) =>
      attention.includes('deadline-missed'),
    );

    await ownStore.refund(own, items, ago({ hours: 2 }));
    const withdrawn = await scene.isTold(own.key, 'Deadline Breach Withdrawn', isRefund);
    const missed = events.of(own.key, 'Deadline Missed').filter(isRefund).at(-1);
    scene.check(
      'the withdrawal names the deadline that was told as missed',
      withdrawn.data.deadlineId === missed?.data.deadlineId,
    );
    scene.check('the withdrawal comes after the breach', withdrawn.metadata.version > (missed?.metadata.version ?? 0));
    const met = await scene.isTold(own.key, 'Deadline Met', isRefund);
    scene.check('it counts as met, in time', met.data.metAt <= met.data.dueAt, `met ${met.data.metAt}`);
    await scene.caseBecomes(
      own.key,
      'nothing calls for attention any more',
      ({ attention, deadlines }) => attention.length === 0 && Object.values(deadlines).every((each) => !each.missed),
    );
    await scene.isTold(own.key, 'Case Attention Cleared');
  },
};
