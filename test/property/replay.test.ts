import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Fault } from '#shared/fault/fault.ts';
import { type InboxMessage, isOfParcel } from '#shared/messages/inbox-message.ts';
import { caseKind } from '#shared/recording/case-kind.ts';
import { parcelKind } from '#shared/recording/parcel-kind.ts';
import type { StoredRecord } from '#shared/recording/ports.ts';
import { refold } from '#shared/recording/refold.ts';
import { foldRevision } from '#shared/returns/record/fold-revision.ts';
import type { Delivery } from '#shared/sources/source.ts';
import { lastWordsOf } from '../memory/last-words.ts';
import { caseKeys, numbers, scripts } from '../memory/script.ts';
import { createSimulation, type Simulation } from '../memory/simulation.ts';
import { faultsInTelling } from '../memory/told.ts';
import { runs } from './runs.ts';

async function settled(...messages: readonly InboxMessage[]): Promise<Simulation> {
  const simulation = createSimulation();
  simulation.post(...messages);
  await simulation.settle();
  return simulation;
}

/** Gives every record to `change` and stores what it makes of it, as another revision of this program would have. */
function rewrite(table: Simulation['table'], change: (record: StoredRecord<never>) => object): void {
  for (const [name, row] of Object.entries(table.dump())) {
    const [record, sort] = name.split(' / ');
    if (record && sort === 'SNAPSHOT') {
      const stored = row as StoredRecord<never>;
      table.plant(record, { ...stored, changes: [], version: stored.version + 1, ...change(stored) });
    }
  }
}

const forgotten = /^(parcel|goods|attribution|deadline|missed|claim|follow|pre-advice)/;

/** A fold that knew less: it never told of parcels, goods and clocks, and its records looked different. */
function asOlderRevision({ told, snapshot }: StoredRecord<never>): object {
  const older = Object.fromEntries(Object.entries(told).filter(([key]) => !forgotten.test(key)));
  return { foldRevision: foldRevision - 1, told: older, snapshot: { ...(snapshot as object), headline: 'requested' } };
}

describe('refold', () => {
  it('change nothing and tell nothing when a whole table is folded again', async () => {
    await fc.assert(
      fc.asyncProperty(scripts(14), async (script) => {
        const simulation = await settled(...script);
        const before = simulation.table.dump();
        const count = simulation.written.length;
        for (const key of caseKeys.filter((each) => `CASE#${each} / SNAPSHOT` in before)) {
          await refold(simulation.recorder, caseKind, key, { whole: true });
        }
        for (const number of numbers.filter((each) => `PARCEL#${each} / SNAPSHOT` in before)) {
          await refold(simulation.recorder, parcelKind, number, { whole: true });
        }
        simulation.post(...script);
        await simulation.settle();

        expect(simulation.dead).toEqual([]);
        expect(simulation.written.slice(count).flatMap(({ record }) => record.changes)).toEqual([]);
        expect(simulation.table.stream).toEqual(simulation.written.flatMap(({ record }) => record.changes));
        expect(withoutStates(simulation.table.dump())).toEqual(withoutStates(before));
      }),
      runs(140),
    );
  });

  it('tell nothing that only a newer fold revision sees', async () => {
    await fc.assert(
      fc.asyncProperty(scripts(14), async (script) => {
        const simulation = await settled(...script);
        rewrite(simulation.table, asOlderRevision);
        const count = simulation.written.length;
        for (const key of caseKeys) {
          if (await simulation.table.cases.readSnapshot(key)) {
            await refold(simulation.recorder, caseKind, key, { whole: true });
          }
        }
        for (const number of numbers) {
          if (await simulation.table.parcels.readSnapshot(number)) {
            await refold(simulation.recorder, parcelKind, number, { whole: true });
          }
        }
        await simulation.settle();
        const rewritten = simulation.written.slice(count);

        expect(simulation.dead).toEqual([]);
        expect(rewritten.flatMap(({ record }) => record.changes)).toEqual([]);
        expect(new Set(rewritten.map(({ record }) => record.foldRevision))).toEqual(
          new Set(rewritten.length > 0 ? [foldRevision] : []),
        );
      }),
      runs(140),
    );
  });

  it('tell it to who asks for it, though an ordinary message took it over in silence before', async () => {
    await fc.assert(
      fc.asyncProperty(scripts(14), async (script) => {
        const simulation = await settled(...script);
        const usual = lastWordsOf(simulation);
        rewrite(simulation.table, asOlderRevision);
        simulation.post(...script);
        await simulation.settle();
        const isSilent = silentIn(simulation).length > 0;
        simulation.post(
          ...caseKeys.map((caseKey): InboxMessage => ({ kind: 'rebuild', record: { caseKey }, emit: true })),
          ...numbers.map((parcel): InboxMessage => ({ kind: 'rebuild', record: { parcel }, emit: true })),
        );
        await simulation.settle();

        expect(simulation.dead).toEqual([]);
        expect(lastWordsOf(simulation)).toEqual(usual);
        expect(silentIn(simulation)).toEqual([]);
        expect(isSilent || usual.every((each) => !forgotten.test(each.split(' ')[3] ?? ''))).toBe(true);
      }),
      runs(140),
    );
  });

  it('tell what came since, as ever, in whichever order it came to a record of an older fold revision', async () => {
    await fc.assert(
      fc.asyncProperty(scripts(12), fc.nat(12), async (script, half) => {
        const usual = await settled(...script.slice(0, half));
        const older = await settled(...script.slice(0, half));
        // This fold looks different and tells the same, so all that differs in what is told came later.
        rewrite(older.table, ({ snapshot }) => ({
          foldRevision: foldRevision - 1,
          snapshot: { ...(snapshot as object), headline: 'requested' },
        }));
        const isHere = (name: string) => name in older.table.dump();
        // Facts that were put by workers that stopped there, before anybody folded again.
        for (const message of script.slice(half)) {
          await (message.kind === 'answered'
            ? putAnswer(older, message, isHere)
            : putFacts(older, message.delivery, isHere));
        }
        for (const simulation of [usual, older]) {
          simulation.post(...script.slice(half));
          await simulation.settle();
        }

        expect(older.dead).toEqual([]);
        expect(lastWordsOf(older)).toEqual(lastWordsOf(usual));
      }),
      runs(140),
    );
  });

  it('leave a record of a newer fold revision alone', async () => {
    await fc.assert(
      fc.asyncProperty(scripts(6), async (script) => {
        const simulation = await settled(...script);
        rewrite(simulation.table, () => ({ foldRevision: foldRevision + 1 }));
        const count = simulation.written.length;
        simulation.post(...script);
        await simulation.settle();

        expect(simulation.written.slice(count)).toEqual([]);
        expect(simulation.dead.every(({ error }) => error instanceof Fault && error.code === 'newer-fold')).toBe(true);
        expect(simulation.dead.length).toBeGreaterThanOrEqual(script.length > 0 && count > 0 ? 1 : 0);
        expect(faultsInTelling(simulation)).toEqual([]);
      }),
      runs(100),
    );
  });
});

/** What a newer fold took over and nobody heard. */
function silentIn(simulation: Simulation): string[] {
  const rows = Object.entries(simulation.table.dump()).filter(([name]) => name.endsWith(' / SNAPSHOT'));
  return rows.flatMap(([name, row]) =>
    Object.entries((row as StoredRecord<unknown>).told)
      .filter(([, entry]) => entry.silent)
      .map(([key]) => `${name} ${key}`),
  );
}

async function putFacts({ table }: Simulation, delivery: Delivery, isHere: (name: string) => boolean): Promise<void> {
  const { channel, receivedAt } = delivery;
  const sayings = JSON.parse(Buffer.from(delivery.body).toString()) as readonly {
    ref?: { caseKey?: string };
    number?: string;
    facts: never[];
  }[];
  for (const [index, { ref, number, facts }] of sayings.entries()) {
    const observation = {
      id: `test/${channel}/${delivery.id}${index === 0 ? '' : `/${index}`}`,
      from: `test/${channel}`,
      receivedAt,
      facts,
    };
    if (ref?.caseKey && channel !== 'wms' && isHere(`CASE#${ref.caseKey} / SNAPSHOT`)) {
      await table.cases.putObservation(ref.caseKey, observation);
    }
    if (number && isHere(`PARCEL#${number} / SNAPSHOT`)) {
      await table.parcels.putObservation(number, observation);
    }
  }
}

async function putAnswer(
  { table }: Simulation,
  answer: Extract<InboxMessage, { kind: 'answered' }>,
  isHere: (name: string) => boolean,
): Promise<void> {
  const common = { id: `call/${answer.callId}`, from: answer.by, receivedAt: answer.at };
  if (isOfParcel(answer)) {
    const { record, facts } = answer;
    if (isHere(`PARCEL#${record.parcel} / SNAPSHOT`)) {
      await table.parcels.putObservation(record.parcel, { ...common, facts });
    }
    return;
  }
  const { record, facts } = answer;
  if (isHere(`CASE#${record.caseKey} / SNAPSHOT`)) {
    await table.cases.putObservation(record.caseKey, { ...common, facts });
  }
}

/**
 * A parcel's state, a case's link and what another case of the order says may come again, of a later version, and are then folded in once more; the records themselves must
 * say the same after it, whichever message brought it about.
 */
function withoutStates(rows: Readonly<Record<string, unknown>>): unknown {
  const kept = Object.entries(rows).filter(([name]) => !name.includes(' / OBS#parcel:'));
  const said = kept.map(([name, row]) => {
    const {
      version: _version,
      folded: _folded,
      siblings: _siblings,
      changes: _changes,
      outbox: _outbox,
      revision: _revision,
      messageId: _messageId,
      entry,
      ...rest
    } = row as StoredRecord<unknown> & { revision?: number; messageId?: string };
    return [name, { ...rest, ...(entry && { entry: { ...entry, version: 0 } }) }];
  });
  return JSON.parse(JSON.stringify(said));
}
