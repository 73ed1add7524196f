import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ActMessage, InboxMessage } from '#shared/messages/inbox-message.ts';
import { deeds, flags, snoozeReasons } from '#shared/returns/work/part.ts';
import { happeningsOf, recordsOf } from '../memory/outcome.ts';
import { randomFrom, shuffle } from '../memory/random.ts';
import { minute, scripts } from '../memory/script.ts';
import { createSimulation, type Simulation } from '../memory/simulation.ts';
import { runs } from './runs.ts';

const person = fc.constantFrom('ann', 'bo', 'cy');
const later = fc.constantFrom(100, 5_000, 50_000).map(minute);
const assignee = fc.record({ person });

/** All that people do to a record, but what moves clocks of ours: to put it off, and to say that evidence was sent. */
const still = fc.oneof(
  fc.constantFrom({ act: 'claim' }, { act: 'release' }, { act: 'accept' }, { act: 'wake' }),
  fc.record({ act: fc.constant('reassign'), to: assignee }),
  fc.record({ act: fc.constant('hand-over'), to: assignee }),
  fc.record({ act: fc.constant('flag'), flag: fc.constantFrom(...flags, 'none') }),
  fc.record({
    act: fc.constant('handled-on-platform'),
    did: fc.constantFrom(...deeds.filter((did) => did !== 'evidence-sent')),
  }),
  fc.record({ act: fc.constant('note'), noteId: fc.constant('0'.repeat(32)) }),
  fc.record({ act: fc.constant('note'), noteId: fc.constant('1'.repeat(32)), promisedUntil: later }),
);
const moving = fc.oneof(
  fc.record({ act: fc.constant('snooze'), until: later, reason: fc.constantFrom(...snoozeReasons) }),
  fc.constant({ act: 'handled-on-platform', did: 'evidence-sent' }),
);

const record = fc.constantFrom<ActMessage['record'][]>(
  ...['test:a:C1', 'test:a:C2', 'test:b:C3'].map((caseKey) => ({ caseKey })),
  ...['PA01', 'PA02', 'PA03'].map((parcel) => ({ parcel })),
);

function messages(wish: fc.Arbitrary<object>): fc.Arbitrary<ActMessage[]> {
  const asked = fc.record({
    record,
    wish,
    person,
    at: fc.integer({ min: 0, max: 4_000 }),
    groups: fc.constantFrom(['agent'], ['admin']),
  });
  return fc.array(asked, { maxLength: 14 }).map((all) =>
    all.map(({ record: of, wish: own, person: by, at, groups }, index) => ({
      kind: 'act',
      record: of,
      act: { ...own, by: { person: by, groups }, at: minute(at) },
      ifAct: 0,
      key: `w-${index}`,
    })),
  );
}

async function lived(all: readonly InboxMessage[], seed: number): Promise<Simulation> {
  const simulation = createSimulation();
  simulation.post(...all);
  await simulation.settle(randomFrom(seed));
  return simulation;
}

/** Records without people's work, and without what only says when somebody last did or said something. */
function without(simulation: Simulation, ...members: readonly string[]): Record<string, unknown> {
  const left = Object.entries(recordsOf(simulation)).map(([name, row]) => {
    const kept = Object.entries(row as object).filter(
      ([member]) => !['work', 'updatedAt', ...members].includes(member),
    );
    return [name, name.endsWith(' / SNAPSHOT') ? Object.fromEntries(kept) : row];
  });
  return Object.fromEntries(left);
}

const clocks = ['deadlines', 'nextStrikeAt', 'notes', 'attention'];

describe('what people do to a record', () => {
  it('changes nothing of what the record says, in whatever order it falls in', async () => {
    let worked = 0;
    await fc.assert(
      fc.asyncProperty(scripts(10), messages(still), fc.nat(), async (script, acts, seed) => {
        const plain = await lived(script, seed);
        const busy = await lived(shuffle([...script, ...acts], randomFrom(seed)), seed + 1);
        worked += Object.values(busy.table.dump()).filter((row) => JSON.stringify(row).includes('"work":')).length;

        expect(busy.dead).toEqual([]);
        expect(without(busy)).toEqual(without(plain));
        expect(happeningsOf(busy)).toEqual(happeningsOf(plain));
      }),
      runs(300),
    );
    expect(worked).toBeGreaterThan(0);
  });

  it('changes nothing but clocks where it is put off, or evidence was sent', async () => {
    await fc.assert(
      fc.asyncProperty(scripts(10), messages(fc.oneof(still, moving)), fc.nat(), async (script, acts, seed) => {
        const plain = await lived(script, seed);
        const busy = await lived(shuffle([...script, ...acts], randomFrom(seed)), seed + 1);

        expect(busy.dead).toEqual([]);
        expect(without(busy, ...clocks)).toEqual(without(plain, ...clocks));
      }),
      runs(150),
    );
  });
});
