import { simulateLane } from '../simulation/simulate-lane.ts';
import type { Scenario } from './scenario.ts';

const cases = 60;
const chaos = 0.2;
const patienceMs = 420_000;
const shownDifferences = 10;

export const laneAtScale: Scenario = {
  letter: 'p',
  title:
    'Sixty Doudian returns: of all pushes a fifth is doubled, a fifth held back, a fifth never sent; a fifth of the calls to warehouses fails after it was done',
  // What it measures should be Backhaul, not how many other things the machine does meanwhile.
  turn: 'last',
  async run({ world, onProgress, ...scene }) {
    const { lane, store, sender, run } = world;
    const simulation = { lane, store, sender, run, cases, chaos, seed: 7, patienceMs, onProgress };
    const { differences, lines } = await simulateLane(simulation);
    const first = differences.slice(0, shownDifferences).map(({ about, what }) => `${about}: ${what}`);
    scene.check(
      'all simulators and Backhaul agree on every case, every order and every parcel',
      differences.length === 0,
      `${differences.length} differences: ${first.join('; ')}`,
    );
    for (const line of lines) {
      scene.note(line);
    }
  },
};
