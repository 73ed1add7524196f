import { describe, expect, it } from 'vitest';
import type { InboxMessage } from '#shared/messages/inbox-message.ts';
import { recordMessage } from '#shared/recording/record-together.ts';
import type { Recorder } from '#shared/recording/recorder.ts';
import type { ParcelLink } from '#shared/returns/parcel/parcel.ts';
import { stateTimeOf } from '#shared/returns/parcel/parcel-state.ts';
import type { ParcelState } from '#shared/returns/tracking/facts.ts';
import { createSenders, sentIn, twoShoes } from '../memory/lives.ts';
import { minute } from '../memory/script.ts';
import { createSimulation, type Simulation } from '../memory/simulation.ts';

/*
 * A parcel's state and a case's link are rows that a later one replaces, and they may come back to what they said before. A worker read
 * such a row between its two changes and was slow to write; another read the row after them, found that the record said just that
 * already, and wrote nothing. Then the slow one wrote what no longer held, and nobody came to mend it.
 */

const caseKey = 'test:a:C1';
const number = 'PA01';

async function opened(): Promise<Simulation> {
  const simulation = createSimulation();
  const delivery = createSenders().shop(0, 'C1', { fact: 'requested' }, twoShoes, sentIn(number));
  simulation.post({ kind: 'delivery', delivery });
  await simulation.settle();
  return simulation;
}

/** The same recorder, in the hands of a worker that lets `meanwhile` happen once between reading and writing. */
function slow(recorder: Recorder, table: 'cases' | 'parcels', meanwhile: () => Promise<unknown>): Recorder {
  const { writeSnapshot } = recorder[table];
  let isFirst = true;
  const write = async (key: string, record: never, readVersion: number) => {
    if (isFirst) {
      isFirst = false;
      await meanwhile();
    }
    return await writeSnapshot(key, record, readVersion);
  };
  return { ...recorder, [table]: { ...recorder[table], writeSnapshot: write } };
}

describe('refoldCase', () => {
  it('does not end with what a parcel said in between, once the parcel says again what it said before', async () => {
    const { recorder, table } = await opened();
    const said = (revision: number, fields: Partial<ParcelState>): InboxMessage => {
      const state: ParcelState = {
        number,
        stage: 'numbered',
        sides: [],
        goods: [],
        units: {},
        allotment: 'sole',
        ...fields,
      };
      return { kind: 'parcel-state', caseKey, revision, at: stateTimeOf(state), state };
    };
    const worker = slow(recorder, 'cases', async () => await recordMessage(recorder, said(8, {})));
    await recordMessage(worker, said(7, { untrackedSince: minute(7) }));

    expect((await table.cases.readSnapshot(caseKey))?.snapshot.attention).toEqual(['not-decided-goods-on-the-way']);
  });
});

describe('refoldParcel', () => {
  it('does not end with what a case said in between, once the case says again what it said before', async () => {
    const { recorder, table } = await opened();
    const [link] = (await table.parcels.readInputs(number)).links;
    const linked = async (by: Recorder, fields: Partial<ParcelLink>) => {
      await table.parcels.putLink(number, { ...(link as ParcelLink), ...fields });
      await recordMessage(by, { kind: 'parcel-linked', number });
    };
    const worker = slow(recorder, 'parcels', async () => await linked(recorder, { revision: 8, stands: true }));
    await linked(worker, { revision: 7, stands: false });

    expect((await table.parcels.readSnapshot(number))?.snapshot.cases).toEqual([caseKey]);
  });
});
