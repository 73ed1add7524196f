import type { BusEvent } from '../simulators/queue-reader.ts';
import { ownCase } from './own-case.ts';
import type { Scenario } from './scenario.ts';
import { ago, hourMs, later } from './times.ts';

const items = [{ sku: 'CAP-BLUE', quantity: 1 }];

export const movedDeadline: Scenario = {
  letter: 'd',
  title: 'A deadline that the platform moves earlier, then later',
  async run(scene) {
    const { ownStore, wms, events } = scene.world;
    const own = ownCase(scene, '1');
    scene.show(
      own.key,
      'the platform’s refund deadline moves twice; the one that holds is the earliest of platform and policy',
    );
    const trackingNumber = `SF${scene.tag}01`;
    const now = new Date();
    const dueAt = { first: later(now, 20 * hourMs), earlier: later(now, 45_000), latest: later(now, 30 * hourMs) };
    const word = (version: number, at: Date) => ({ version, deadline: { kind: 'refund', at: at.toISOString() } });
    const isDue = (at: Date) => (event: BusEvent) =>
      event.data.kind === 'refund' && event.data.dueAt === at.toISOString();

    await ownStore.request(own, { items, at: ago({ hours: 5 }) });
    await ownStore.approve(own, ago({ hours: 4 }), word(1, dueAt.first));
    const opened = await scene.isTold(own.key, 'Deadline Opened', isDue(dueAt.first));
    scene.check('the platform’s own deadline is its own', opened.data.setBy === 'platform', opened.data.setBy);
    await ownStore.approve(own, ago({ hours: 3 }), word(2, dueAt.earlier));
    const earlier = await scene.isTold(own.key, 'Deadline Moved', isDue(dueAt.earlier));
    scene.check('moving names what it replaces', earlier.data.replaces === opened.data.deadlineId);
    await ownStore.approve(own, ago({ hours: 2 }), word(3, dueAt.latest));
    await scene.isTold(own.key, 'Deadline Moved', isDue(dueAt.latest));
    await ownStore.approve(own, ago({ hours: 4 }), word(1, dueAt.first));

    await ownStore.ship(own, trackingNumber, ago({ hours: 1 }));
    const report = { trackingNumber, items };
    await wms.east.receive({ ...report, at: ago({ minutes: 9 }) });
    await wms.east.inspect({ ...report, at: ago({ minutes: 6 }) });
    await wms.east.stockIn({ ...report, at: ago({ minutes: 3 }) });
    const byPolicy = await scene.isTold(own.key, 'Deadline Moved', ({ data }) => data.setBy === 'policy');
    scene.check(
      'after stock-in our own 24 hours hold, being earlier than the platform’s 30',
      byPolicy.data.dueAt < dueAt.latest.toISOString(),
    );

    await scene.eventually(
      'the time passes at which the abandoned deadline was due',
      async () => Date.now() > dueAt.earlier.getTime() + 8_000 || 'it is not yet that late',
    );
    const struck = events.of(own.key, 'Deadline Missed').some(isDue(dueAt.earlier));
    const takenBack = events
      .of(own.key, 'Deadline Breach Withdrawn')
      .some(({ data }) => data.deadlineId === earlier.data.deadlineId);
    scene.check('the abandoned deadline’s clock stays silent, or was taken back', !struck || takenBack);
    await ownStore.refund(own, items, new Date());
    const met = await scene.isTold(own.key, 'Deadline Met', ({ data }) => data.kind === 'refund');
    scene.check('the refund meets the deadline that holds', met.data.deadlineId === byPolicy.data.deadlineId);
    await scene.caseBecomes(own.key, 'no deadline is missed', ({ deadlines }) =>
      Object.values(deadlines).every((each) => !each.missed),
    );
  },
};
