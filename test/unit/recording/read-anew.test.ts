import { describe, expect, it } from 'vitest';
import { demoPolicy } from '#shared/policy/demo-policy.ts';
import { recordMessage } from '#shared/recording/record-together.ts';
import type { CaseObservation } from '#shared/returns/case/facts.ts';
import { foldRevision } from '#shared/returns/record/fold-revision.ts';
import type { Instant } from '#shared/returns/record/instant.ts';
import type { Delivery, Observed, Saying } from '#shared/sources/source.ts';
import { fixedPolicy } from '../../memory/fixed-policy.ts';
import { delivered, replayOf, take } from '../../memory/inbox.ts';
import { approved, createSenders, sentIn, twoReceived, twoShoes } from '../../memory/lives.ts';
import { mendableAdapter, readPlainly } from '../../memory/mendable-adapter.ts';
import { plainDelivery } from '../../memory/plain-observer.ts';
import { minute } from '../../memory/script.ts';
import { createSimulation, type Simulation } from '../../memory/simulation.ts';

const key = 'test:a:C1';
const notUnderstood = (): Observed => ({ kind: 'not-understood', reason: 'data.lines: is missing' });

const caseOf = async ({ table }: Simulation, caseKey = key) => (await table.cases.readSnapshot(caseKey))?.snapshot;
const parcelOf = async ({ table }: Simulation, number: string) => (await table.parcels.readSnapshot(number))?.snapshot;
const typesSince = ({ table }: Simulation, count: number) => table.stream.slice(count).map(({ type }) => type);

/** Reads what is said of one parcel as said of another. */
function misreading(number: string): (delivery: Delivery) => Observed {
  return (delivery) => {
    const observed = readPlainly(delivery);
    const sayings = observed.kind === 'sayings' ? observed.sayings : [];
    return { kind: 'sayings', sayings: sayings.map((each) => (each.about === 'parcel' ? { ...each, number } : each)) };
  };
}

describe('a delivery that is read anew', () => {
  it('A3: counts, once its adapter understands it, as of its first receipt', async () => {
    const adapter = mendableAdapter(notUnderstood);
    const simulation = createSimulation(adapter);
    const { shop } = createSenders();
    const opened = shop(3, 'C1', { fact: 'requested' }, twoShoes, approved, sentIn('PA01'));
    await take(simulation, ...delivered(opened));
    expect(await caseOf(simulation)).toBeUndefined();

    adapter.mend(readPlainly);
    expect(await recordMessage(simulation.recorder, replayOf(opened))).toEqual({ outcome: 'replayed' });
    await simulation.settle();

    expect(await caseOf(simulation)).toMatchObject({ openedAt: minute(3), updatedAt: minute(3) });
    expect((await parcelOf(simulation, 'PA01'))?.cases).toEqual([key]);
    expect(await simulation.table.deliveries.outcomeOf(opened)).toEqual({ outcome: 'applied' });
  });

  it('changes nothing where it says the same, however often it is read', async () => {
    const adapter = mendableAdapter(readPlainly);
    const simulation = createSimulation(adapter);
    const { shop, ofParcel } = createSenders();
    const all = [
      shop(0, 'C1', { fact: 'requested' }, twoShoes, approved, sentIn('PA01')),
      ofParcel(60, 'PA01', twoReceived),
    ];
    await take(simulation, ...delivered(...all));
    const before = [await caseOf(simulation), await parcelOf(simulation, 'PA01')];
    const count = simulation.table.stream.length;

    adapter.mend();
    await take(simulation, ...all.map(replayOf), ...all.map(replayOf));

    expect([await caseOf(simulation), await parcelOf(simulation, 'PA01')]).toEqual(before);
    expect(typesSince(simulation, count)).toEqual([]);
  });

  it('takes nothing back where it is not understood any more', async () => {
    const adapter = mendableAdapter(readPlainly);
    const simulation = createSimulation(adapter);
    const opened = createSenders().shop(0, 'C1', { fact: 'requested' }, twoShoes);
    await take(simulation, ...delivered(opened));
    const before = await caseOf(simulation);

    adapter.mend(notUnderstood);
    await take(simulation, replayOf(opened));

    expect(await caseOf(simulation)).toEqual(before);
    expect(await simulation.table.deliveries.outcomeOf(opened)).toMatchObject({ outcome: 'not-understood' });
  });

  it('is ignored where it never came, or is kept no more', async () => {
    const simulation = createSimulation();
    const ref = { source: 'test', channel: 'shop-a', id: 'never' };

    expect(await recordMessage(simulation.recorder, { kind: 'replay', ref })).toEqual({
      outcome: 'ignored',
      reason: 'there is no such delivery, or it is kept no more',
    });
  });

  it('is split again, part by part', async () => {
    const { shop } = createSenders();
    const part = shop(0, 'C1', { fact: 'requested' });
    const whole = plainDelivery({ id: 'post', channel: 'shop-a', receivedAt: minute(0) }, []);
    const adapter = mendableAdapter(notUnderstood);
    const simulation = createSimulation(adapter);
    await take(simulation, ...delivered(whole));

    adapter.mend((each) => (each.id === 'post' ? { kind: 'several', parts: [part] } : readPlainly(each)));
    await take(simulation, replayOf(whole));

    expect(await caseOf(simulation)).toMatchObject({ openedAt: minute(0) });
  });

  it('tells nothing again, though a newer fold looks at the record for the first time', async () => {
    const adapter = mendableAdapter(readPlainly);
    const simulation = createSimulation(adapter);
    const opened = createSenders().shop(0, 'C1', { fact: 'requested' }, twoShoes, approved, sentIn('PA01'));
    await take(simulation, ...delivered(opened));
    const record = (await simulation.table.cases.readSnapshot(key))!;
    simulation.table.plant(`CASE#${key}`, { ...record, version: record.version + 1, foldRevision: foldRevision - 1 });
    const count = simulation.table.stream.length;

    adapter.mend();
    await take(simulation, replayOf(opened));

    expect(typesSince(simulation, count)).toEqual([]);
  });

  it('tells what it says besides, though a newer fold looks at the record for the first time', async () => {
    const adapter = mendableAdapter((each) => {
      const observed = readPlainly(each);
      const [saying] = observed.kind === 'sayings' ? observed.sayings : [];
      return { kind: 'sayings', sayings: [{ ...saying, facts: saying?.facts.slice(0, 3) } as Saying] };
    });
    const simulation = createSimulation(adapter);
    const opened = createSenders().shop(0, 'C1', { fact: 'requested' }, twoShoes, approved, sentIn('PA01'));
    await take(simulation, ...delivered(opened));
    const record = (await simulation.table.cases.readSnapshot(key))!;
    simulation.table.plant(`CASE#${key}`, { ...record, version: record.version + 1, foldRevision: foldRevision - 1 });
    const count = simulation.table.stream.length;

    adapter.mend(readPlainly);
    await take(simulation, replayOf(opened));

    expect(typesSince(simulation, count)).toContain('Return Tracking Assigned');
  });
});

describe('what a record holds of a delivery', () => {
  const revisions = [2, 3, 5].flatMap((lower) => [lower + 1, 9].map((higher) => [lower, higher] as const));
  const observation = (revision: number, url: string): CaseObservation => {
    const facts = [{ fact: 'ticket-linked', url, at: minute(1) } as const];
    return { id: 'test/shop-a/d1', from: 'test/shop-a', receivedAt: minute(1), revision, facts };
  };

  it.each(revisions)(
    'is of the higher revision of its adapter, whichever came last: %i and %i',
    async (lower, higher) => {
      for (const order of [
        [lower, higher],
        [higher, lower],
      ]) {
        const { recorder } = createSimulation();
        for (const revision of order) {
          await recorder.cases.putObservation(key, observation(revision, `https://t/${revision}`));
        }
        const { facts: _facts, ...late } = observation(1, '');
        await recordMessage(recorder, { kind: 'retracted', record: { caseKey: key }, ...late, revision: 1 });

        const kept = (await recorder.cases.readSnapshot(key))?.snapshot.tickets;
        expect(kept).toEqual([`https://t/${higher}`]);
      }
    },
  );
});

describe('what an adapter said of another record before it was mended', () => {
  it('A4: is taken back there, and its case hears of it', async () => {
    const adapter = mendableAdapter(misreading('PA99'));
    const simulation = createSimulation(adapter);
    const { shop, ofParcel } = createSenders();
    const scan = ofParcel(60, 'PA01', twoReceived);
    await take(
      simulation,
      ...delivered(
        shop(0, 'C1', { fact: 'requested' }, twoShoes, approved, sentIn('PA01')),
        shop(1, 'C2', { fact: 'requested' }, twoShoes, approved, sentIn('PA99')),
        scan,
      ),
    );
    expect((await caseOf(simulation, 'test:a:C2'))?.goods).toMatchObject([{ sku: 'S1', received: 2 }]);

    adapter.mend(readPlainly);
    await take(simulation, replayOf(scan));

    expect((await caseOf(simulation))?.goods).toMatchObject([{ sku: 'S1', received: 2 }]);
    expect((await caseOf(simulation, 'test:a:C2'))?.goods).toMatchObject([{ sku: 'S1', received: 0 }]);
    expect(await parcelOf(simulation, 'PA99')).toMatchObject({ goods: [], stage: 'numbered' });
  });

  it('is taken back though another part of the delivery waits for its case', async () => {
    const adapter = mendableAdapter(misreading('PA99'));
    const simulation = createSimulation(adapter);
    const facts = [{ ...twoReceived, at: minute(5) }];
    const alias = { kind: 'case-id', value: 'C7' } as const;
    const report = plainDelivery({ id: 'w1', channel: 'wms', receivedAt: minute(5) }, [
      { about: 'case', ref: { alias }, facts },
      { about: 'parcel', number: 'PA01', facts },
    ]);
    await take(simulation, ...delivered(report));
    adapter.mend(readPlainly);
    await take(simulation, replayOf(report));

    expect((await parcelOf(simulation, 'PA01'))?.goods).toHaveLength(1);
    expect((await parcelOf(simulation, 'PA99'))?.goods).toEqual([]);
  });

  it('stands at its case while nobody can tell which of two is meant', async () => {
    const adapter = mendableAdapter(readPlainly);
    const simulation = createSimulation(adapter);
    const { shop, wmsOfCase } = createSenders();
    const report = wmsOfCase(60, { alias: { kind: 'case-id', value: 'C1' } }, twoReceived);
    await take(simulation, ...delivered(shop(0, 'C1', { fact: 'requested' }), report));
    const open = {
      about: 'case',
      ref: { caseKey: 'test:b:C1' },
      facts: [{ fact: 'requested', at: minute(70) }],
    } as const;
    await take(
      simulation,
      ...delivered(plainDelivery({ id: 'b1', channel: 'shop-b', receivedAt: minute(70) }, [open])),
    );

    adapter.mend();
    await take(simulation, replayOf(report));

    expect((await caseOf(simulation))?.directGoods).toHaveLength(1);
    expect(await simulation.table.deliveries.outcomeOf(report)).toMatchObject({ outcome: 'unmatched' });
  });

  it('lets go of a parcel that the case named by mistake, and takes back what was told of it', async () => {
    const asSent = (number: string) => (delivery: Delivery) =>
      readPlainly({ ...delivery, body: Buffer.from(Buffer.from(delivery.body).toString().replaceAll('PA01', number)) });
    const adapter = mendableAdapter((each) => (each.channel === 'wms' ? readPlainly(each) : asSent('PA99')(each)));
    const simulation = createSimulation(adapter);
    const { shop, ofParcel } = createSenders();
    const opened = shop(0, 'C1', { fact: 'requested' }, twoShoes, approved, sentIn('PA01'));
    await take(simulation, ...delivered(opened, ofParcel(30, 'PA99', { fact: 'moved', stage: 'in-transit' })));
    const count = simulation.table.stream.length;

    adapter.mend(readPlainly);
    await take(simulation, replayOf(opened));

    expect((await caseOf(simulation))?.parcels.map(({ number }) => number)).toEqual(['PA01']);
    expect(await parcelOf(simulation, 'PA99')).toMatchObject({ cases: [], linked: [key] });
    const moved = simulation.table.stream.slice(count).filter(({ type }) => type === 'Return Parcel Moved');
    expect(moved).toMatchObject([{ data: { trackingNumber: 'PA99', stage: 'numbered' } }]);
  });

  it('is no decision and no fault of the goods any more', async () => {
    const check = {
      fact: 'inspected',
      inspectionId: 'I1',
      warehouseId: 'east',
      lines: [{ sku: 'S1', quantity: 1, result: 'failed' }],
    } as const;
    const adapter = mendableAdapter(readPlainly);
    const simulation = createSimulation(adapter);
    const { shop, wmsOfCase } = createSenders();
    const decided = shop(5, 'C1', approved);
    const checked = wmsOfCase(9, { alias: { kind: 'case-id', value: 'C1' } }, check);
    await take(simulation, ...delivered(shop(0, 'C1', { fact: 'requested' }), decided, checked));
    const count = simulation.table.stream.length;

    adapter.mend(() => ({ kind: 'ignored', reason: 'nothing for us' }));
    await take(simulation, replayOf(decided), replayOf(checked));

    const told = simulation.table.stream.slice(count).map(({ type, data }) => ({ type, data }));
    expect(told).toContainEqual({ type: 'Case Undecided', data: { since: minute(9) } });
    expect(told).toContainEqual({
      type: 'Goods Exception Found',
      data: expect.objectContaining({ inspectionId: 'I1', lines: [] }),
    });
  });

  it('does not say under which policy the record goes', async () => {
    const adapter = mendableAdapter(misreading('PA99'));
    const simulation = createSimulation(adapter);
    const { ofParcel } = createSenders();
    const scan = ofParcel(5, 'PA01', twoReceived);
    await take(simulation, ...delivered(scan, ofParcel(50, 'PA99', { fact: 'moved', stage: 'in-transit' })));
    const asked: string[] = [];
    const policy = {
      ...fixedPolicy(demoPolicy),
      inForceAt: async (at: Instant) => {
        asked.push(at);
        return demoPolicy;
      },
    };
    adapter.mend((each) => (each.id === scan.id ? readPlainly(each) : misreading('PA99')(each)));
    await take(simulation, replayOf(scan));
    await recordMessage(
      { ...simulation.recorder, policy },
      { kind: 'rebuild', record: { parcel: 'PA99' }, emit: false },
    );

    expect(asked).toEqual([minute(50)]);
  });
});
