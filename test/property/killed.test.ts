import { describe, expect, it } from 'vitest';
import type { InboxMessage } from '#shared/messages/inbox-message.ts';
import { lives } from '../memory/lives.ts';
import { outcomeOf, ticksOf } from '../memory/outcome.ts';
import { randomFrom } from '../memory/random.ts';
import { createSimulation, type Kill, type Simulation } from '../memory/simulation.ts';
import { faultsInSums } from '../memory/sums.ts';
import { faultsInTelling } from '../memory/told.ts';
import { runs } from './runs.ts';

const interleavings = runs(110).numRuns;

async function liveThrough(messages: readonly InboxMessage[], kills: readonly Kill[]): Promise<Simulation> {
  const simulation = createSimulation({ kills });
  simulation.post(...messages);
  await simulation.settle();
  return simulation;
}

async function messagesOf(life: string): Promise<InboxMessage[]> {
  const messages = lives[life]?.() ?? [];
  return [...messages, ...ticksOf(await liveThrough(messages, []))];
}

describe('recordMessage', () => {
  for (const life of Object.keys(lives)) {
    it(`ends ${life} the same wherever a worker is killed`, async () => {
      const messages = await messagesOf(life);
      const undisturbed = await liveThrough(messages, []);
      const expected = outcomeOf(undisturbed);
      const different: string[] = [];
      for (let operation = 1; operation <= undisturbed.operations; operation += 1) {
        for (const when of ['before', 'after'] as const) {
          const killed = await liveThrough(messages, [{ operation, when }]);
          const faults = [...faultsInTelling(killed), ...faultsInSums(killed)];
          if (outcomeOf(killed) !== expected || faults.length > 0 || killed.dead.length > 0) {
            different.push(`killed ${when} call ${operation}: ${faults.join('; ')}`);
          }
        }
      }

      expect(undisturbed.operations).toBeGreaterThan(30);
      expect(different).toEqual([]);
    });

    it(`ends ${life} the same in any of ${interleavings} interleavings of three workers`, async () => {
      const messages = await messagesOf(life);
      const expected = outcomeOf(await liveThrough(messages, []));
      const different: string[] = [];
      for (let seed = 0; seed < interleavings; seed += 1) {
        const simulation = createSimulation();
        simulation.post(...messages);
        await simulation.settleTogether(3, randomFrom(seed));
        const faults = faultsInTelling(simulation);
        if (outcomeOf(simulation) !== expected || faults.length > 0 || simulation.dead.length > 0) {
          different.push(`seed ${seed}: ${faults.join('; ')}`);
        }
      }

      expect(different).toEqual([]);
    });
  }
});
