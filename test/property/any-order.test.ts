import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { liveOut } from '../memory/live-out.ts';
import { happeningsOf, outcomeOf, recordsOf } from '../memory/outcome.ts';
import { randomFrom, shuffle } from '../memory/random.ts';
import { laterBy, scripts } from '../memory/script.ts';
import { createSimulation } from '../memory/simulation.ts';
import { faultsInSums } from '../memory/sums.ts';
import { faultsInTelling } from '../memory/told.ts';
import { runs } from './runs.ts';

describe('recordMessage', () => {
  it('ends in the same records and happenings for any order and repetition of what was sent', async () => {
    await fc.assert(
      fc.asyncProperty(scripts(14), fc.nat(), async (script, seed) => {
        const random = randomFrom(seed);
        const { messages, simulation: first } = await liveOut(script, { isSent: () => random(2) === 0 });
        const again = script.filter(() => random(3) === 0).map((message) => laterBy(random(2) * 120_000, message));
        const second = createSimulation();
        second.post(...shuffle([...messages, ...again], random));
        await second.settle(random);

        expect([...first.dead, ...second.dead]).toEqual([]);
        expect([...faultsInTelling(first), ...faultsInTelling(second)]).toEqual([]);
        expect(faultsInSums(first)).toEqual([]);
        if (outcomeOf(second) !== outcomeOf(first)) {
          expect(recordsOf(second)).toEqual(recordsOf(first));
          expect(happeningsOf(second)).toEqual(happeningsOf(first));
        }
      }),
      runs(700),
    );
  });
});
