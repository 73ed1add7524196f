import { simulateLane } from '../simulation/simulate-lane.ts';
import type { Scenario } from './scenario.ts';

const cases = 200;
const chaos = 0.2;
const patienceMs = 420_000;
const shownDifferences = 10;

export const laneAtScale: Scenario = {
  letter: 'p',
  title:
    'Hundreds of Doudian returns, while a fifth of all pushes is doubled, reordered or dropped, and a fifth of all calls goes wrong',
  async run(scene) {
    const { lane, store, sender, run } = scene.world;
    const { differences, lines } = await simulateLane({ lane, store, sender, run, cases, chaos, seed: 7, patienceMs });
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
