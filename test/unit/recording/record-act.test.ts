import { describe, expect, it } from 'vitest';
import type { ActMessage, InboxMessage } from '#shared/messages/inbox-message.ts';
import { recordMessage } from '#shared/recording/record-together.ts';
import type { Actor } from '#shared/returns/acts/act.ts';
import { type Act, acts } from '#shared/returns/acts/acts.ts';
import { approved, createSenders, sentIn, twoShoes } from '../../memory/lives.ts';
import { randomFrom } from '../../memory/random.ts';
import { minute } from '../../memory/script.ts';
import { createSimulation, type Simulation } from '../../memory/simulation.ts';

const key = 'test:a:C1';
const agent: Actor = { person: 'p', groups: ['agent'] };
const choose = (warehouseId: string, by: Actor = agent): Act => ({
  act: 'choose-warehouse',
  warehouseId,
  by,
  at: minute(9),
});
const asked = (act: unknown, fields: Partial<ActMessage> = {}): ActMessage => ({
  kind: 'act',
  record: { caseKey: key },
  act,
  ifAct: 1,
  ...fields,
});

/** An approved case, for which the policy has chosen the warehouse: its act 1. */
async function opened(): Promise<Simulation> {
  return await settled({
    kind: 'delivery',
    delivery: createSenders().shop(0, 'C1', twoShoes, approved, sentIn('PA01')),
  });
}

async function settled(...messages: readonly InboxMessage[]): Promise<Simulation> {
  const simulation = createSimulation();
  simulation.post(...messages);
  await simulation.settle();
  return simulation;
}

const take = async ({ recorder }: Simulation, message: ActMessage) => await recordMessage(recorder, message);
const actsOf = async ({ table }: Simulation) => await table.cases.readActs(key);
const warehouseOf = async ({ table }: Simulation) => (await table.cases.readSnapshot(key))?.snapshot.warehouse;

describe('recordAct', () => {
  it('takes a person’s choice over the policy’s, numbers it, and announces the parcel there', async () => {
    const simulation = await opened();
    const count = simulation.table.stream.length;

    expect(await take(simulation, asked(choose('west')))).toEqual({ outcome: 'acted', n: 2 });
    expect(await warehouseOf(simulation)).toEqual({ id: 'west', by: 'person' });
    expect(simulation.table.stream.slice(count).map(({ type }) => type)).toContain('Return Tracking Withdrawn');
  });

  it('keeps who acted, with the groups that their token named, and under which key they asked', async () => {
    const simulation = await opened();
    await take(simulation, asked(choose('west'), { key: 'k-1' }));

    expect((await actsOf(simulation))[1]).toEqual({ n: 2, act: choose('west'), key: 'k-1' });
  });

  it('knows in the record the number of its last act', async () => {
    const simulation = await opened();
    await take(simulation, asked(choose('west')));

    expect((await simulation.table.cases.readSnapshot(key))?.lastAct).toBe(2);
  });

  it('writes the act and the record in one step, or neither', async () => {
    const simulation = await opened();
    const { cases } = simulation.recorder;
    const stopped = { ...cases, writeSnapshot: async () => Promise.reject(new Error('out of time')) };
    const recorder = { ...simulation.recorder, cases: stopped };

    await expect(recordMessage(recorder, asked(choose('west')))).rejects.toThrow('out of time');
    expect(await actsOf(simulation)).toHaveLength(1);
    expect(await take(simulation, asked(choose('west')))).toEqual({ outcome: 'acted', n: 2 });
  });

  it.each([
    ['its key', { key: 'k-1' }],
    ['what it says, where it was asked for without a key', {}],
  ])('answers an act that is asked for again as the first time, by %s', async (_what, fields) => {
    const simulation = await opened();
    const first = await take(simulation, asked(choose('west'), fields));
    await take(simulation, asked(choose('east', { person: 'q', groups: ['agent'] }), { ifAct: 2, key: 'k-2' }));

    expect(await take(simulation, asked(choose('west'), fields))).toEqual(first);
    expect(await actsOf(simulation)).toHaveLength(3);
    expect((await warehouseOf(simulation))?.id).toBe('east');
  });

  it('refuses another act under a key that was used', async () => {
    const simulation = await opened();
    await take(simulation, asked(choose('west'), { key: 'k-1' }));

    expect(await take(simulation, asked(choose('east'), { ifAct: 2, key: 'k-1' }))).toEqual({
      outcome: 'refused',
      reason: 'this key was used for another act',
    });
  });

  it('refuses the second of two decisions that were made on the same sight, and says what came between', async () => {
    const simulation = await opened();
    await take(simulation, asked(choose('west'), { key: 'first' }));

    expect(await take(simulation, asked(choose('east'), { key: 'second' }))).toEqual({
      outcome: 'refused',
      reason: 'act 2 (choose-warehouse) came in between; look again',
    });
    expect((await warehouseOf(simulation))?.id).toBe('west');
  });

  it('lets one of two contradicting acts win, however their workers interleave', async () => {
    for (let seed = 0; seed < 60; seed += 1) {
      const simulation = await opened();
      simulation.post(asked(choose('west'), { key: 'first' }), asked(choose('strict'), { key: 'second' }));
      await simulation.settleTogether(2, randomFrom(seed));
      const acts = await actsOf(simulation);

      expect(simulation.dead).toEqual([]);
      expect(acts.map(({ n }) => n)).toEqual([1, 2]);
      expect(acts[1]?.act).toMatchObject({ warehouseId: (await warehouseOf(simulation))?.id });
    }
  });

  it.each([
    ['a warehouse that nobody configured', asked(choose('mars')), 'warehouse must be one of: east, west, erp, strict'],
    ['a case that is not there', asked(choose('east'), { record: { caseKey: 'test:a:C9' } }), 'there is no such case'],
    [
      'a parcel that is not there',
      asked({ act: 'allot', units: {}, by: agent, at: minute(9) }, { record: { parcel: 'PA09' } }),
      'there is no such parcel',
    ],
    [
      'an act of parcels on a case',
      asked({ act: 'allot', units: {}, by: agent, at: minute(9) }),
      'act allot is not one on a case',
    ],
    [
      'an act of cases on a parcel',
      asked(choose('east'), { record: { parcel: 'PA01' } }),
      'act choose-warehouse is not one on a parcel',
    ],
    [
      'an act that nobody knows',
      asked({ act: 'refund-everything', by: agent, at: minute(9) }),
      `there is no act "refund-everything"; there are: ${Object.keys(acts).join(', ')}`,
    ],
    ['what is no act at all', asked('refund'), `there is no act ""; there are: ${Object.keys(acts).join(', ')}`],
    [
      'a malformed act',
      asked({ ...choose('east'), warehouseId: 7, at: 'now' }),
      'act choose-warehouse: missing or malformed: at, warehouseId',
    ],
    [
      'an act by more than who a token names',
      asked({ ...choose('east'), by: { ...agent, name: '王小明' } }),
      'act choose-warehouse: missing or malformed: by; not known: name',
    ],
    ['an act by nobody', asked({ ...choose('east'), by: {} }), 'act choose-warehouse: missing or malformed: by'],
    [
      'a field that no act has',
      asked({ ...choose('east'), urgent: 2 ** 60 }),
      'act choose-warehouse: not known: urgent',
    ],
    [
      'an act that says that the policy took it',
      asked(choose('east', { policy: 'demo-1', row: 'r', inputs: {} })),
      'only a person can ask for an act',
    ],
  ])('C8: refuses %s with a reason, and keeps nothing', async (_what, message, reason) => {
    const simulation = await opened();

    expect(await take(simulation, message)).toEqual({ outcome: 'refused', reason });
    expect(await actsOf(simulation)).toHaveLength(1);
  });

  it('allots the units of a shared parcel, and refuses more than it holds', async () => {
    const { shop, ofParcel } = createSenders();
    const lines = [{ sku: 'S1', quantity: 3 }];
    const deliveries = [
      shop(0, 'C1', twoShoes, approved, sentIn('PA01')),
      shop(0, 'C2', twoShoes, approved, sentIn('PA01')),
      ofParcel(5, 'PA01', { fact: 'received', receiptId: 'R1', warehouseId: 'east', lines }),
    ];
    const simulation = await settled(...deliveries.map((delivery): InboxMessage => ({ kind: 'delivery', delivery })));
    const unitsOf = (received: number) => ({
      S1: {
        received,
        inspected: { passed: 0, 'passed-with-deduction': 0, failed: 0 },
        stockedIn: { sellable: 0, defective: 0 },
      },
    });
    const allot = (a: number, b: number) =>
      asked(
        { act: 'allot', units: { [key]: unitsOf(a), 'test:a:C2': unitsOf(b) }, by: agent, at: minute(9) },
        { record: { parcel: 'PA01' }, ifAct: 0 },
      );
    const snapshotOf = async (caseKey: string) => (await simulation.table.cases.readSnapshot(caseKey))?.snapshot;

    expect((await snapshotOf(key))?.attention).toContain('goods-awaiting-allotment');
    expect(await take(simulation, allot(2, 2))).toEqual({
      outcome: 'refused',
      reason: 'more units are allotted than the parcel holds',
    });
    simulation.post(allot(2, 1));
    await simulation.settle();
    expect((await snapshotOf(key))?.goods[0]?.received).toBe(2);
    expect((await snapshotOf('test:a:C2'))?.goods[0]).toMatchObject({ received: 1, short: 1 });
    expect((await snapshotOf(key))?.attention).not.toContain('goods-awaiting-allotment');
  });
});

describe('the acts of a record', () => {
  it('are not asked for where the record knows that there are none', async () => {
    const simulation = await settled({
      kind: 'delivery',
      delivery: createSenders().shop(0, 'C1', { fact: 'requested' }),
    });
    const asks: string[] = [];
    const { cases } = simulation.recorder;
    const readActs = async (of: string) => {
      asks.push(of);
      return await cases.readActs(of);
    };
    const recorder = { ...simulation.recorder, cases: { ...cases, readActs } };
    const { shop } = createSenders();
    await recordMessage(recorder, { kind: 'delivery', delivery: { ...shop(3, 'C1', sentIn('PA01')), id: 'next' } });

    expect(asks).toEqual([]);
  });

  it('are found where an earlier release put one and was stopped before it wrote the record', async () => {
    const simulation = createSimulation();
    const act = { ...choose('west'), by: { policy: 'old', row: 'default-warehouse', inputs: {} } };
    await simulation.table.cases.writeSnapshot(
      key,
      { version: 1, foldRevision: 1, snapshot: {} as never, told: {}, changes: [] },
      0,
      [{ n: 1, act }],
    );
    simulation.table.forget(`CASE#${key}`);
    simulation.post({ kind: 'delivery', delivery: createSenders().shop(0, 'C1', twoShoes, approved) });
    await simulation.settle();

    expect(simulation.dead).toEqual([]);
    expect(await warehouseOf(simulation)).toEqual({ id: 'west', by: 'policy' });
  });
});

describe('the rows of acts', () => {
  it.each(Object.entries(acts))('of %s name acts that there are, and who may ask', (_name, { staleAfter, roles }) => {
    expect(staleAfter.filter((name) => !Object.hasOwn(acts, name))).toEqual([]);
    expect(roles.length).toBeGreaterThan(0);
  });
});
