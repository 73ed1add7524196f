import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { InboxMessage } from '#shared/messages/inbox-message.ts';
import type { CaseFact } from '#shared/returns/case/facts.ts';
import { orderItemOf } from '#shared/returns/order-lines/item.ts';
import { orderLineNotes } from '#shared/returns/order-lines/notes.ts';
import { compare } from '#shared/returns/record/statement.ts';
import { delivered } from '../memory/inbox.ts';
import { casesOf, recordsOf } from '../memory/outcome.ts';
import { plainDelivery } from '../memory/plain-observer.ts';
import { type Random, randomFrom, shuffle } from '../memory/random.ts';
import { minute } from '../memory/script.ts';
import { createSimulation, type Kill, type Simulation } from '../memory/simulation.ts';
import { faultsInTelling } from '../memory/told.ts';
import { runs } from './runs.ts';

/** Cases of one shop, on few orders, lines and sums, so that they meet. */
const said = fc.record({
  caseId: fc.constantFrom('C1', 'C2', 'C3', 'C4'),
  at: fc.integer({ min: 0, max: 20 }),
  fact: fc.oneof(
    {
      weight: 5,
      arbitrary: fc.record({
        fact: fc.constant('details'),
        details: fc.record(
          {
            orderId: fc.constantFrom('O1', 'O1', 'O1', 'O2'),
            paid: fc.constantFrom(100, 200).map((amount) => ({ amount, currency: 'CNY' })),
            lines: fc
              .subarray(['1', '2'])
              .map((ids) => ids.map((lineId) => ({ lineId, sku: `S${lineId}`, quantity: 1 }))),
          },
          { requiredKeys: ['orderId', 'lines'] },
        ),
      }),
    },
    {
      weight: 4,
      arbitrary: fc.record({
        fact: fc.constant('refund'),
        refundId: fc.constantFrom('F1', 'F2'),
        kind: fc.constant('goods-refund'),
        amount: fc.record({ amount: fc.constantFrom(0, 40, 70, 100), currency: fc.constant('CNY') }),
        outcome: fc.constantFrom('done', 'done', 'failed'),
        by: fc.constant('merchant'),
      }),
    },
    { weight: 2, arbitrary: fc.constantFrom({ fact: 'closed' }, { fact: 'reopened' }, { fact: 'requested' }) },
  ),
});

const scripts = fc
  .array(said, { minLength: 3, maxLength: 12 })
  .map((all): readonly InboxMessage[] =>
    delivered(
      ...all.map(({ caseId, at, fact }, index) =>
        plainDelivery({ id: `d${index}`, channel: 'shop-a', receivedAt: minute(at) }, [
          { about: 'case', ref: { caseKey: `test:a:${caseId}` }, facts: [{ ...fact, at: minute(at) } as CaseFact] },
        ]),
      ),
    ),
  );

async function inTheirOrder(messages: readonly InboxMessage[]): Promise<Simulation> {
  const simulation = createSimulation();
  simulation.post(...messages);
  await simulation.settle();
  return simulation;
}

function killsFrom(random: Random): Kill[] {
  return Array.from({ length: random(4) }, () => ({
    operation: 1 + random(120),
    when: random(2) === 0 ? 'before' : 'after',
  }));
}

/** By what all cases say in the end, whatever each of them saw on the way. */
function notesByAll(simulation: Simulation): Record<string, unknown> {
  const cases = casesOf(simulation).map(({ snapshot }) => snapshot);
  return Object.fromEntries(
    cases.map((snapshot) => {
      const others = cases.filter(
        ({ key, details }) => key !== snapshot.key && details.orderId === snapshot.details.orderId,
      );
      const notes = snapshot.details.orderId ? orderLineNotes(orderItemOf(snapshot), others.map(orderItemOf)) : [];
      return [snapshot.key, notes.sort((a, b) => compare(a.code + a.detail, b.code + b.detail))];
    }),
  );
}

function notesIn(simulation: Simulation): Record<string, unknown> {
  return Object.fromEntries(
    casesOf(simulation).map(({ snapshot: { key, notes } }) => [
      key,
      notes.filter(({ code }) => code === 'line-in-other-case' || code === 'line-over-paid'),
    ]),
  );
}

describe('the order line over its cases', () => {
  it.each([2, 4])('is the same to all of them with %i workers that are killed now and then', async (workers) => {
    await fc.assert(
      fc.asyncProperty(scripts, fc.nat(), async (script, seed) => {
        const random = randomFrom(seed);
        const expected = await inTheirOrder(script);
        const simulation = createSimulation({ kills: killsFrom(random) });
        simulation.post(...shuffle(script, random));
        await simulation.settleTogether(workers, random);

        expect(simulation.dead).toEqual([]);
        expect(notesIn(simulation)).toEqual(notesByAll(simulation));
        expect(recordsOf(simulation)).toEqual(recordsOf(expected));
        expect(faultsInTelling(simulation)).toEqual([]);
      }),
      runs(270),
    );
  });

  it('calls nobody who is on none of its lines, and nobody for nothing, where one works alone', async () => {
    await fc.assert(
      fc.asyncProperty(scripts, async (script) => {
        const simulation = createSimulation();
        for (const message of script) {
          const before = notesIn(simulation);
          const [sent, written] = [simulation.table.outbox.length, simulation.written.length];
          simulation.post(message);
          await simulation.settle();
          const after = notesIn(simulation);
          const called = simulation.table.outbox
            .slice(sent)
            .flatMap((each) => (each.kind === 'sibling' ? [each.caseKey] : []));
          const changed = Object.keys(after).filter(
            (key) => JSON.stringify(after[key]) !== JSON.stringify(before[key]),
          );
          const others = simulation.written.slice(written).map(({ key }) => key);

          expect(changed).toEqual(expect.arrayContaining(called));
          expect(new Set(others).size).toBeLessThanOrEqual(1 + new Set(called).size);
        }
      }),
      runs(140),
    );
  });
});
