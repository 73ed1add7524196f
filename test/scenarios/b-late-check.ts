import { ownCase } from './own-case.ts';
import type { Scenario } from './scenario.ts';
import { ago } from './times.ts';

const items = [{ sku: 'SOCK-WHITE-M', quantity: 2 }];

export const lateCheck: Scenario = {
  letter: 'b',
  title: 'A quality check that comes too late; the refund keeps its deadline',
  async run(scene) {
    const { ownStore, wms, events } = scene.world;
    const own = ownCase(scene, '1');
    scene.show(own.key, 'its receipt is reported almost 8 hours late, its check comes after the breach');
    const trackingNumber = `SF${scene.tag}01`;
    const report = { trackingNumber, items };

    await ownStore.openShipped(own, trackingNumber, { items, at: ago({ hours: 60 }) });
    await scene.isTold(own.key, 'Return Tracking Assigned');
    await wms.east.receive({ ...report, at: ago({ hours: 8, seconds: -10 }) });
    const isCheck = ({ data }: { data: { kind: string } }) => data.kind === 'qc-follow-up';
    await scene.isTold(own.key, 'Deadline Approaching', isCheck);
    const missed = await scene.isTold(own.key, 'Deadline Missed', isCheck);
    scene.check(
      'the breach is told without an escalation first',
      missed.data.escalation === 0,
      `${missed.data.escalation}`,
    );
    await scene.caseBecomes(own.key, 'the case calls for attention', ({ attention }) =>
      attention.includes('deadline-missed'),
    );

    await wms.east.inspect({ ...report, at: new Date() });
    const met = await scene.isTold(own.key, 'Deadline Met', isCheck);
    scene.check(
      'the late check ends the clock, and the miss stays',
      met.data.metAt > met.data.dueAt,
      `met ${met.data.metAt}`,
    );
    await wms.east.stockIn({ ...report, at: new Date() });
    await scene.isTold(own.key, 'Deadline Opened', ({ data }) => data.kind === 'refund');
    await ownStore.refund(own, items, new Date());
    const paid = await scene.isTold(own.key, 'Deadline Met', ({ data }) => data.kind === 'refund');
    scene.check('the refund came in time', paid.data.metAt <= paid.data.dueAt, `met ${paid.data.metAt}`);
    await scene.caseBecomes(
      own.key,
      'ends refunded, the check on record as missed',
      ({ headline, deadlines }) =>
        headline === 'refunded' &&
        Object.values(deadlines)
          .filter((each) => each.missed)
          .map((each) => each.kind)
          .join() === 'qc-follow-up',
    );
    scene.check(
      'the breach of the check is not withdrawn',
      events.of(own.key, 'Deadline Breach Withdrawn').length === 0,
    );
  },
};
