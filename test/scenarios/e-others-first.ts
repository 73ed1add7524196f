import { askForReturn, atEast } from './own-store.ts';
import type { Scenario } from './scenario.ts';
import { hoursAgo, ownStoreKey } from './world.ts';

/** The carrier, the warehouse and the help desk speak of a return that the store has not told of yet. */
export const othersFirst: Scenario = {
  letter: 'e',
  title: 'The carrier and the warehouse speak before the store does, and are joined',
  async run(world, checks) {
    const { sender, bus } = world;
    const tracking = world.number('E1');
    const caseId = world.caseId('E1');
    await sender.send('carrier-feed', 'parcel.moved', { carrier: 'sf', trackingNumber: tracking, stage: 'in-transit', at: hoursAgo(3).toISOString() });
    await atEast(world, tracking).receive(hoursAgo(1));
    await sender.send('help-desk', 'message.sent', { caseId, by: 'person', kind: 'greeting', at: hoursAgo(2).toISOString() });
    await checks.eventually('nobody claims the parcel', () => bus.toldOf(`PARCEL ${tracking}`, 'Return Parcel Unclaimed').length === 1);

    const own = await askForReturn(world, { name: 'E1', askedHoursAgo: 5 });
    await own.decide({}, hoursAgo(4));
    await own.ship(tracking, {}, hoursAgo(4));
    await checks.eventually('the goods are the case’s', async () => (await world.caseOf(ownStoreKey(caseId)))?.goods[0]?.received === 1);
    await checks.eventually('the help desk’s message found its case', async () => (await world.caseOf(own.key))?.messages.length === 1);
    await checks.eventually('the parcel is told as claimed', () => bus.toldOf(`PARCEL ${tracking}`, 'Return Parcel Claimed').length === 1);
    return [own.key];
  },
};
