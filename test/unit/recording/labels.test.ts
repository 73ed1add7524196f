import { describe, expect, it } from 'vitest';
import type { InboxMessage } from '#shared/messages/inbox-message.ts';
import { recordMessage } from '#shared/recording/record-together.ts';
import type { Recorder } from '#shared/recording/recorder.ts';
import type { Delivery } from '#shared/sources/source.ts';
import { approved, createSenders, sentIn, twoReceived, twoShoes } from '../../memory/lives.ts';
import { createSimulation, type Simulation } from '../../memory/simulation.ts';

const key = 'test:a:C1';
const number = '9405510200000000000000';
const label = `42090210${number}`;
const rebuild: InboxMessage = { kind: 'rebuild', record: { parcel: label }, emit: false };

async function settled(...deliveries: readonly Delivery[]): Promise<Simulation> {
  const simulation = createSimulation();
  simulation.post(...deliveries.map((delivery): InboxMessage => ({ kind: 'delivery', delivery })));
  await simulation.settle();
  return simulation;
}

/** As an earlier release left it: what the dock scanned, and later moved, was a parcel of its own. */
async function scanned(stated: string): Promise<Simulation> {
  const { shop, ofParcel } = createSenders();
  return await settled(
    shop(0, 'C1', { fact: 'requested' }, twoShoes, approved, sentIn(stated)),
    ofParcel(50, label, { fact: 'moved', stage: 'in-transit' }),
    ofParcel(60, label, twoReceived),
  );
}

const goodsOf = async ({ table }: Simulation) => (await table.cases.readSnapshot(key))?.snapshot.goods;
const parcelOf = async ({ table }: Simulation, of: string) => (await table.parcels.readSnapshot(of))?.snapshot;
const counted = [{ sku: 'S1', expected: 2, received: 2, short: 0 }];

/** What a worker did before it was stopped at its n-th write. */
function stoppedAt(write: number, { parcels, ...recorder }: Recorder): Recorder {
  let writes = 0;
  const putObservation: typeof parcels.putObservation = async (of, observation) => {
    writes += 1;
    return writes === write ? Promise.reject(new Error('out of time')) : await parcels.putObservation(of, observation);
  };
  return { ...recorder, parcels: { ...parcels, putObservation } };
}

describe('a parcel that an earlier release kept under a whole label', () => {
  it('A4: moves to its number when it is rebuilt, and its case counts it', async () => {
    const simulation = await scanned(number);
    expect(await parcelOf(simulation, label)).toMatchObject({ unclaimed: true });
    expect(await goodsOf(simulation)).toMatchObject([{ received: 0 }]);

    simulation.post(rebuild);
    await simulation.settle();

    expect(await parcelOf(simulation, number)).toMatchObject({ cases: [key], stage: 'received', goods: [twoReceived] });
    expect(await parcelOf(simulation, label)).toMatchObject({ goods: [], unclaimed: false, stage: 'numbered' });
    expect(await goodsOf(simulation)).toMatchObject(counted);
  });

  it('moves once, however often it is rebuilt', async () => {
    const simulation = await scanned(number);
    simulation.post(rebuild, rebuild);
    await simulation.settle();
    const before = [await parcelOf(simulation, number), await parcelOf(simulation, label), await goodsOf(simulation)];
    const count = simulation.table.stream.length;

    simulation.post(rebuild);
    await simulation.settle();

    expect([await parcelOf(simulation, number), await parcelOf(simulation, label), await goodsOf(simulation)]).toEqual(
      before,
    );
    expect(simulation.table.stream.slice(count)).toEqual([]);
  });

  it.each([1, 2, 3, 4])(
    'loses nothing where the worker is stopped at its write %i, and is whole when it comes again',
    async (write) => {
      const simulation = await scanned(number);
      await expect(recordMessage(stoppedAt(write, simulation.recorder), rebuild)).rejects.toThrow('out of time');
      const rows = [
        ...(await simulation.table.parcels.readObservations(label)),
        ...(await simulation.table.parcels.readObservations(number)),
      ];
      expect(new Set(rows.flatMap(({ facts }) => facts.map(({ fact }) => fact)))).toEqual(
        new Set(['moved', 'received']),
      );

      simulation.post(rebuild);
      await simulation.settle();

      expect(await goodsOf(simulation)).toMatchObject(counted);
      expect(await parcelOf(simulation, label)).toMatchObject({ goods: [] });
    },
  );

  it('does not move back with a late delivery that was read by the release before', async () => {
    const simulation = await scanned(number);
    simulation.post(rebuild);
    await simulation.settle();
    const [moved] = await simulation.table.parcels.readObservations(number);

    expect(await simulation.table.parcels.putObservation(label, moved as never)).toBe('known');
  });
});

describe('a case that stated a label in an earlier release', () => {
  it('A4: counts the parcel of the number', async () => {
    const { shop, ofParcel } = createSenders();
    const simulation = await settled(
      shop(0, 'C1', { fact: 'requested' }, twoShoes, approved, sentIn(label)),
      ofParcel(60, number, twoReceived),
    );

    expect(await goodsOf(simulation)).toMatchObject(counted);
    expect((await simulation.table.cases.readSnapshot(key))?.snapshot.parcels).toMatchObject([
      { number, stands: true },
    ]);
  });

  it('counts what stands under the label until that is moved, and then once', async () => {
    const simulation = await scanned(label);
    const link = { caseKey: key, revision: 1, stands: true, open: true, lines: [{ sku: 'S1', quantity: 2 }] };
    await simulation.table.parcels.putLink(label, link);
    const { ofParcel } = createSenders('later-');
    simulation.post({ kind: 'delivery', delivery: ofParcel(70, label, { fact: 'moved', stage: 'delivered' }) });
    await simulation.settle();
    expect(await goodsOf(simulation)).toMatchObject(counted);
    const count = simulation.table.stream.length;
    simulation.post({ kind: 'rebuild', record: { caseKey: key }, emit: false });
    await simulation.settle();
    expect(simulation.table.stream.slice(count)).toEqual([]);

    simulation.post(rebuild);
    await simulation.settle();
    expect(await goodsOf(simulation)).toMatchObject(counted);
    expect(await parcelOf(simulation, number)).toMatchObject({ cases: [key] });
  });
});

describe('a parcel that no case names', () => {
  it('A4: says what else its number may be', async () => {
    const { ofParcel } = createSenders();
    const hyphened = 'SF-1400-0000-0012';
    const simulation = await settled(ofParcel(60, hyphened, twoReceived));

    expect(await parcelOf(simulation, hyphened)).toMatchObject({ unclaimed: true, candidates: ['SF140000000012'] });
    expect(simulation.table.stream).toContainEqual(
      expect.objectContaining({
        type: 'Return Parcel Unclaimed',
        data: expect.objectContaining({ trackingNumber: hyphened, candidates: ['SF140000000012'] }),
      }),
    );
  });

  it('says nothing of the kind of a number that can be only one', async () => {
    const { ofParcel } = createSenders();
    const simulation = await settled(ofParcel(60, 'SF1234567890123', twoReceived));

    expect(await parcelOf(simulation, 'SF1234567890123')).not.toHaveProperty('candidates');
  });
});
