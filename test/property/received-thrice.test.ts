import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { InboxMessage } from '#shared/recording/inbox.ts';
import { outcomeOf } from '../memory/outcome.ts';
import { scripts } from '../memory/script.ts';
import { createSimulation, type Simulation } from '../memory/simulation.ts';
import { faultsInTelling } from '../memory/told.ts';
import { runs } from './runs.ts';

/*
 * Under load a queue hands messages out again whose worker was done with them and whose answer came too late. When each such receipt did
 * every later step again, it sent more messages than it took away, and the inbox never ran empty.
 */

async function settled(messages: readonly InboxMessage[], receivesOfEach: number): Promise<Simulation> {
  const simulation = createSimulation({ receivesOfEach });
  simulation.post(...messages);
  await simulation.settle();
  return simulation;
}

describe('recordTogether', () => {
  it('sends no more messages to ourselves when the queue hands out every message three times', async () => {
    await fc.assert(
      fc.asyncProperty(scripts(12), async (script) => {
        const once = await settled(script, 1);
        const thrice = await settled(script, 3);

        expect(thrice.dead).toEqual([]);
        expect(thrice.sent.length).toBeLessThanOrEqual(once.sent.length);
        expect(outcomeOf(thrice)).toBe(outcomeOf(once));
        expect(faultsInTelling(thrice)).toEqual([]);
        expect(thrice.written.length).toBeLessThanOrEqual(once.written.length);
      }),
      runs(600),
    );
  });
});
