import { marshall } from '@aws-sdk/util-dynamodb';
import { describe, expect, it } from 'vitest';
import type { InboxMessage } from '#shared/messages/inbox-message.ts';
import { recordMessage } from '#shared/recording/record-together.ts';
import { foldRevision } from '#shared/returns/record/fold-revision.ts';
import { snapshotItem } from '#shared/store/items.ts';
import { approved, createSenders, sentIn, twoReceived, twoShoes } from '../../memory/lives.ts';
import { minute } from '../../memory/script.ts';
import { createSimulation, type Simulation } from '../../memory/simulation.ts';

const key = 'test:a:C1';
const number = 'PA01';
/** A case in one parcel that came, and whose platform wants the money back at a time that is near. */
async function opened(): Promise<Simulation> {
  const simulation = createSimulation();
  const { shop, ofParcel } = createSenders();
  const deadline = { fact: 'platform-deadline', kind: 'refund', due: minute(60) } as const;
  for (const delivery of [
    shop(0, 'C1', { fact: 'requested' }, twoShoes, approved, sentIn(number), deadline),
    ofParcel(10, number, twoReceived),
  ]) {
    simulation.post({ kind: 'delivery', delivery });
  }
  await simulation.settle();
  return simulation;
}

/** What follows from what this message does, by kind. */
async function following({ recorder, table }: Simulation, message: InboxMessage): Promise<string[]> {
  const before = table.outbox.length;
  await recordMessage(recorder, message);
  return table.outbox.slice(before).map(({ kind }) => kind);
}

const rebuild = (record: { caseKey: string } | { parcel: string }): InboxMessage => ({
  kind: 'rebuild',
  record,
  emit: false,
});

describe('what must follow from a record', () => {
  it('is nothing where it is folded to the same', async () => {
    const simulation = await opened();
    const again = simulation.table.outbox.findLast(({ kind }) => kind === 'parcel-state') as InboxMessage;

    expect(await following(simulation, again)).toEqual([]);
  });

  it('is all that ever followed from it when somebody asks for it to be rebuilt', async () => {
    const simulation = await opened();

    const ofCase = await following(simulation, rebuild({ caseKey: key }));
    expect(new Set(ofCase)).toEqual(new Set(['parcel-linked', 'named', 'strike']));
    expect(await following(simulation, rebuild({ parcel: number }))).toEqual(['parcel-state']);
  });

  it('is all of it, too, where another fold wrote the record before', async () => {
    const simulation = await opened();
    for (const [name, stored] of [
      [`CASE#${key}`, await simulation.table.cases.readSnapshot(key)],
      [`PARCEL#${number}`, await simulation.table.parcels.readSnapshot(number)],
    ] as const) {
      simulation.table.plant(name, { ...stored, foldRevision: foldRevision - 1 } as never);
    }
    const { shop, ofParcel } = createSenders('later-');

    const ofCase = await following(simulation, { kind: 'delivery', delivery: shop(20, 'C1', { fact: 'requested' }) });
    expect(ofCase).toEqual(expect.arrayContaining(['parcel-linked', 'named', 'strike']));
    const moved = ofParcel(5, number, { fact: 'moved', stage: 'in-transit' });
    expect(await following(simulation, { kind: 'delivery', delivery: moved })).toContain('parcel-state');
  });

  it('names a moment once at which two clocks strike', async () => {
    const simulation = createSimulation();
    const { shop, ofParcel } = createSenders();
    const deliveries = [
      shop(0, 'C1', { fact: 'requested' }, twoShoes, approved, sentIn('PA01', 'PA02')),
      ofParcel(10, 'PA01', { ...twoReceived, lines: [{ sku: 'S1', quantity: 1 }] }),
      ofParcel(10, 'PA02', { ...twoReceived, receiptId: 'R2', lines: [{ sku: 'S1', quantity: 1 }] }),
    ];
    simulation.post(...deliveries.map((delivery) => ({ kind: 'delivery' as const, delivery })));
    await simulation.settle();
    const before = simulation.table.outbox.length;
    await recordMessage(simulation.recorder, rebuild({ caseKey: key }));

    const stored = await simulation.table.cases.readSnapshot(key);
    const clocks = Object.values(stored?.snapshot.deadlines ?? {}).filter(({ kind }) => kind === 'qc-follow-up');
    const strikes = simulation.table.outbox.slice(before).filter(({ kind }) => kind === 'strike');
    expect(clocks.map(({ nextStrike }) => nextStrike?.at)).toEqual([minute(250), minute(250)]);
    expect(strikes).toEqual([{ kind: 'strike', caseKey: key, at: minute(250) }]);
  });

  it('fits into an item, though a parcel tells sixty cases of sixty SKUs', async () => {
    const simulation = createSimulation();
    const { shop, ofParcel } = createSenders();
    const lines = Array.from({ length: 60 }, (_, index) => ({ sku: `SKU-2026-BLK-${index}`, quantity: 2 }));
    const checked = lines.map((line) => ({ ...line, result: 'passed' as const }));
    const stocked = lines.map((line) => ({ ...line, condition: 'sellable' as const }));
    for (let index = 0; index < 60; index += 1) {
      const apart = { fact: 'details', details: { orderId: `O${index}` } } as const;
      const delivery = shop(0, `CASE-${index}`, twoShoes, apart, approved, sentIn(number));
      simulation.post({ kind: 'delivery', delivery });
    }
    await simulation.settle();
    for (const delivery of [
      ofParcel(10, number, { ...twoReceived, lines }),
      ofParcel(11, number, { fact: 'inspected', inspectionId: 'I1', warehouseId: 'east', lines: checked }),
      ofParcel(12, number, { fact: 'stocked-in', stockInId: 'K1', warehouseId: 'east', lines: stocked }),
    ]) {
      simulation.post({ kind: 'delivery', delivery });
    }
    await simulation.settle();

    const [last] = simulation.written.filter(({ kind }) => kind === 'parcel').slice(-1);
    const item = snapshotItem(`PARCEL#${number}`, last?.record as never, {});
    expect(last?.record.outbox?.states).toHaveLength(60);
    expect(JSON.stringify(marshall(item, { removeUndefinedValues: true })).length).toBeLessThan(200_000);
  });
});
