import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { liveOut } from '../memory/live-out.ts';
import { happeningsOf, outcomeOf, recordsOf } from '../memory/outcome.ts';
import { type Random, randomFrom, shuffle } from '../memory/random.ts';
import { scripts } from '../memory/script.ts';
import { createSimulation, type Kill, type Simulation } from '../memory/simulation.ts';
import { faultsInSums } from '../memory/sums.ts';
import { faultsInTelling } from '../memory/told.ts';
import { runs } from './runs.ts';

function expectSame(actual: Simulation, expected: Simulation): void {
  expect(actual.dead).toEqual([]);
  expect(faultsInTelling(actual)).toEqual([]);
  if (outcomeOf(actual) !== outcomeOf(expected)) {
    expect(recordsOf(actual)).toEqual(recordsOf(expected));
    expect(happeningsOf(actual)).toEqual(happeningsOf(expected));
  }
  expect(faultsInSums(actual)).toEqual([]);
}

/** Kills at random calls, more than one worker may meet. */
function killsFrom(random: Random, most: number): Kill[] {
  return Array.from({ length: random(most + 1) }, () => ({
    operation: 1 + random(250),
    when: random(2) === 0 ? 'before' : 'after',
  }));
}

describe('recordMessage in several workers', () => {
  for (const workers of [2, 3]) {
    it(`ends ${workers} interleaved workers as one would, and tells nothing twice`, async () => {
      await fc.assert(
        fc.asyncProperty(scripts(8), fc.nat(), async (script, seed) => {
          const random = randomFrom(seed);
          const { messages, simulation } = await liveOut(script, { isSent: () => random(2) === 0 });
          const together = createSimulation();
          const again = messages.filter(() => random(4) === 0);
          together.post(...shuffle([...messages, ...again], random));
          await together.settleTogether(workers, random);

          expectSame(together, simulation);
        }),
        runs(200),
      );
    });
  }

  it('ends interleaved workers that are killed now and then as one would', async () => {
    await fc.assert(
      fc.asyncProperty(scripts(8), fc.nat(), async (script, seed) => {
        const random = randomFrom(seed);
        const { messages, simulation } = await liveOut(script, { isSent: () => random(2) === 0 });
        const together = createSimulation({ kills: killsFrom(random, 6) });
        together.post(...shuffle(messages, random));
        await together.settleTogether(2 + random(2), random);

        expectSame(together, simulation);
      }),
      runs(200),
    );
  });

  it('ends as if nothing had happened when a worker is killed and its message is given again', async () => {
    await fc.assert(
      fc.asyncProperty(scripts(10), fc.nat(), async (script, seed) => {
        const random = randomFrom(seed);
        const { messages, simulation } = await liveOut(script, { isSent: () => random(2) === 0 });
        const disturbed = createSimulation({ kills: killsFrom(random, 4) });
        disturbed.post(...messages);
        await disturbed.settle(random);

        expectSame(disturbed, simulation);
      }),
      runs(280),
    );
  });
});
