import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { drainQueues } from '../../tools/emulator/queue-depths.ts';
import { readOutputs } from '../../tools/operate/read-outputs.ts';
import { runScenarios, type ScenarioResult } from '../scenarios/run-scenarios.ts';
import { scenarios } from '../scenarios/scenarios.ts';
import { strikeFromAfar } from '../scenarios/strike-from-afar.ts';
import { openWorld, type World } from '../scenarios/world.ts';

const queuePrefix = 'backhaul-demo-';
/** The lane at scale takes minutes by itself: it is tried by `npm run scenarios` and by `npm run simulate`. */
const tried = [...scenarios.filter(({ letter }) => letter !== 'p'), strikeFromAfar];

describe('the deployed stack', () => {
  let world: World;
  let running: Promise<readonly ScenarioResult[]>;

  beforeAll(async () => {
    world = await openWorld(readOutputs());
    running = runScenarios(world, tried, {
      onStart: ({ letter }) => console.error(`(${letter}) starts`),
      onProgress: ({ letter }, text) => console.error(`(${letter}) ${text}`),
      onEnd: ({ letter, seconds }) => console.error(`(${letter}) ends after ${seconds} s`),
    });
  });

  afterAll(async () => {
    await world?.close();
  });

  // They run side by side, so the first of these waits for all.
  it.each(tried)('($letter) $title', async ({ letter }) => {
    const result = (await running).find((each) => each.letter === letter);

    expect(result?.failed).toEqual([]);
    expect(result?.checks.length).toBeGreaterThan(0);
  });

  it('leaves nothing in any queue, and no dead letters', async () => {
    await running;

    expect(await drainQueues(world.sqs, queuePrefix, 300_000)).toEqual([]);
  });
});
