import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detailSchema } from '#shared/events/detail-schema.ts';
import { entryOf } from '#shared/publishing/bus-entry.ts';
import { events } from '#shared/returns/events.ts';
import type { Change } from '#shared/returns/record/change.ts';
import { createConsumer, unorderedIn } from '../memory/consumer.ts';
import { liveOut } from '../memory/live-out.ts';
import { randomFrom, shuffle } from '../memory/random.ts';
import { scripts } from '../memory/script.ts';
import type { Simulation } from '../memory/simulation.ts';
import { runs } from './runs.ts';

/** What a consumer holds once it took all of them. */
function heldAfter(told: readonly Change[]): unknown {
  const consumer = createConsumer();
  for (const event of told) {
    consumer.take(event);
  }
  return consumer.holding();
}

/** Values that say of what they are the latest word nowhere: nobody could order them. */
function valuesWithoutSubject({ written }: Simulation): string[] {
  const values = written.flatMap(({ record }) => Object.values(record.told).flatMap(({ change }) => change ?? []));
  return values.map(({ type }) => type).filter((type) => !events[type].subject);
}

/** What is wrong with the event of a change by its schema. */
function formFaults(change: Change): unknown[] {
  const made = entryOf(change, 'demo');
  const detail = made.ok ? JSON.parse(made.entry.detail) : made;
  const { error } = detailSchema(change.type).safeParse(detail);
  return error ? [{ type: change.type, issues: error.issues }] : [];
}

describe('a consumer that goes by the rules of docs/events', () => {
  it('holds the same in the end, in whatever order and how often events come', async () => {
    await fc.assert(
      fc.asyncProperty(scripts(14), fc.nat(), async (script, seed) => {
        const random = randomFrom(seed);
        const { simulation } = await liveOut(script, { order: random });
        const versions = simulation.written.map(({ record }) => record.changes);
        const told = versions.flat();
        const again = told.filter(() => random(3) === 0);

        expect(heldAfter(shuffle([...told, ...again], random))).toEqual(heldAfter(told));
        expect(versions.flatMap(unorderedIn)).toEqual([]);
        expect(valuesWithoutSubject(simulation)).toEqual([]);
      }),
      runs(600),
    );
  });

  it('finds each event in the form that its schema says, told by the record that it says', async () => {
    await fc.assert(
      fc.asyncProperty(scripts(14), fc.nat(), async (script, seed) => {
        const { simulation } = await liveOut(script, { order: randomFrom(seed) });
        const told = simulation.written.flatMap(({ record }) => record.changes);

        expect(told.flatMap(formFaults)).toEqual([]);
      }),
      runs(200),
    );
  });

  it('would lose a parcel if it went by the version of the case', () => {
    const told = twoParcelsAtOnce();
    const byVersion = new Map(told.toReversed().map((event) => [`${event.record} ${event.version}`, event]));

    expect(heldAfter([...byVersion.values()])).not.toEqual(heldAfter(told));
    expect(heldAfter(told)).toMatchObject({ standing: ['a/1', 'a/2'] });
  });
});

function twoParcelsAtOnce(): Change[] {
  return ['1', '2'].map(
    (n) =>
      ({
        type: 'Return Tracking Assigned',
        eventId: n,
        record: 'CASE#a',
        version: 4,
        occurredAt: '2026-03-10T12:00:00.000Z',
        data: { announcementId: `a/${n}`, trackingNumber: `SF${n}` },
      }) as unknown as Change,
  );
}
