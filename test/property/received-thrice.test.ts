import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { InboxMessage } from '#shared/messages/inbox-message.ts';
import { outcomeOf } from '../memory/outcome.ts';
import { scripts } from '../memory/script.ts';
import { createSimulation, type Simulation, type SimulationOptions } from '../memory/simulation.ts';
import { faultsInTelling } from '../memory/told.ts';
import { runs } from './runs.ts';

/*
 * Under load a queue hands messages out again whose worker was done with them and whose answer came too late. When each such receipt did
 * every later step again, it sent more messages than it took away, and the inbox never ran empty.
 */

async function settled(messages: readonly InboxMessage[], options: SimulationOptions = {}): Promise<Simulation> {
  const simulation = createSimulation(options);
  simulation.post(...messages);
  await simulation.settle();
  return simulation;
}

function isStrike(sent: unknown): boolean {
  return (sent as { readonly kind?: string }).kind === 'strike';
}

describe('recordTogether', () => {
  it.each([
    ['one time after the other', true, (simulation: Simulation) => simulation.sent],
    // In another order a record passes through other states, and other strikes.
    ['again after all others', false, (simulation: Simulation) => simulation.sent.filter((each) => !isStrike(each))],
  ])(
    'sends no more messages to ourselves when the queue hands out every message three times, %s',
    async (_, againAtOnce, sentBy) => {
      await fc.assert(
        fc.asyncProperty(scripts(12), async (script) => {
          const once = await settled(script);
          const thrice = await settled(script, { receivesOfEach: 3, againAtOnce });

          expect(thrice.dead).toEqual([]);
          expect(sentBy(thrice).length).toBeLessThanOrEqual(sentBy(once).length);
          expect(outcomeOf(thrice)).toBe(outcomeOf(once));
          expect(faultsInTelling(thrice)).toEqual([]);
          expect(thrice.written.length).toBeLessThanOrEqual(once.written.length);
        }),
        runs(240),
      );
    },
  );
});
