import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { InboxMessage } from '#shared/messages/inbox-message.ts';
import { happeningsOf, outcomeOf, recordsOf, ticksOf } from '../memory/outcome.ts';
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
        const first = createSimulation();
        first.post(...script);
        await first.settle();
        const ticks: InboxMessage[] = ticksOf(first).filter(() => random(2) === 0);
        first.post(...ticks);
        await first.settle();

        const again = script.filter(() => random(3) === 0).map((message) => laterBy(random(2) * 120_000, message));
        const second = createSimulation();
        second.post(...shuffle([...script, ...ticks, ...again], random));
        await second.settle(random);

        expect([...first.dead, ...second.dead]).toEqual([]);
        expect([...faultsInTelling(first), ...faultsInTelling(second)]).toEqual([]);
        expect(faultsInSums(first)).toEqual([]);
        if (outcomeOf(second) !== outcomeOf(first)) {
          expect(recordsOf(second)).toEqual(recordsOf(first));
          expect(happeningsOf(second)).toEqual(happeningsOf(first));
        }
      }),
      runs(2000),
    );
  });
});
