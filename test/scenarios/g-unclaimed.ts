import { atEast } from './own-store.ts';
import type { Scenario } from './scenario.ts';

/** A parcel without a case. */
export const unclaimedParcel: Scenario = {
  letter: 'g',
  title: 'A parcel that nobody claims',
  async run(world, checks) {
    const tracking = world.number('G1');
    await atEast(world, tracking).receive();
    await checks.eventually('it is told as unclaimed, with what is in it', () => {
      const [event] = world.bus.toldOf(`PARCEL ${tracking}`, 'Return Parcel Unclaimed');
      return event?.data.lines[0]?.quantity === 1;
    });
    await checks.eventually('and it is listed', async () => (await world.store.listings.listUnclaimed(1_000)).includes(tracking));
    return [];
  },
};
