import { askForReturn, atEast, refund } from './own-store.ts';
import type { Scenario } from './scenario.ts';
import { hoursAgo } from './world.ts';

/** Nobody told of the refund in time: missed and escalated. Then it turns out that it was made in time. */
export const missedRefund: Scenario = {
  letter: 'c',
  title: 'The refund deadline is missed and escalated; a late fact shows it was met, and the breach is withdrawn',
  async run(world, checks) {
    const { bus } = world;
    const own = await askForReturn(world, { name: 'C1', askedHoursAgo: 50 });
    const tracking = world.number('C1');
    await own.decide({}, hoursAgo(49));
    await own.ship(tracking, {}, hoursAgo(48));
    const warehouse = atEast(world, tracking);
    await warehouse.receive(hoursAgo(26));
    await warehouse.inspect(hoursAgo(25));
    await warehouse.stockIn(hoursAgo(24, 10_000));

    const missed = () => bus.toldOf(own.key, 'Deadline Missed').filter(({ data }) => data.kind === 'refund');
    await checks.eventually('the miss is told', () => missed().some(({ data }) => data.escalation === 0));
    await checks.eventually('and escalated a minute later', () => missed().some(({ data }) => data.escalation === 1));
    await refund(own, hoursAgo(20));
    await checks.eventually('the breach is withdrawn, with the time at which it was met', () => bus.toldOf(own.key, 'Deadline Breach Withdrawn').some(({ data }) => data.metAt !== undefined));
    await checks.eventually('the record counts the deadline as met', async () => {
      const clock = Object.values((await world.caseOf(own.key))?.deadlines ?? {}).find((each) => each.kind === 'refund');
      return clock?.metAt !== undefined && !clock.missed;
    });
    return [own.key];
  },
};
