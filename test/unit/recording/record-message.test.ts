import { describe, expect, it } from 'vitest';
import type { InboxMessage } from '#shared/messages/inbox-message.ts';
import { demoPolicy } from '#shared/policy/demo-policy.ts';
import type { Outbound } from '#shared/recording/ports.ts';
import { recordMessage } from '#shared/recording/record-together.ts';
import { mostTries } from '#shared/recording/recorder.ts';
import type { CaseFact } from '#shared/returns/case/facts.ts';
import type { PreAdvice } from '#shared/returns/pre-advice/events.ts';
import { foldRevision } from '#shared/returns/record/fold-revision.ts';
import type { Delivery, Saying } from '#shared/sources/source.ts';
import { fixedPolicy } from '../../memory/fixed-policy.ts';
import { approved, createSenders, sentIn, twoShoes } from '../../memory/lives.ts';
import { plainDelivery } from '../../memory/plain-observer.ts';
import { minute } from '../../memory/script.ts';
import { createSimulation, type Simulation } from '../../memory/simulation.ts';

const key = 'test:a:C1';
const snapshotOf = async ({ table }: Simulation, caseKey = key) => (await table.cases.readSnapshot(caseKey))?.snapshot;

async function settled(...deliveries: readonly Delivery[]): Promise<Simulation> {
  const simulation = createSimulation();
  await take(simulation, ...deliveries);
  return simulation;
}

async function take(simulation: Simulation, ...deliveries: readonly Delivery[]): Promise<void> {
  simulation.post(...deliveries.map((delivery): InboxMessage => ({ kind: 'delivery', delivery })));
  await simulation.settle();
}

function receiptBy(ref: Extract<Saying, { about: 'case' }>['ref'], id: string, channel = 'wms'): Delivery {
  const facts: CaseFact[] = [
    { fact: 'received', receiptId: id, warehouseId: 'east', at: minute(5), lines: [{ sku: 'S1', quantity: 1 }] },
  ];
  return plainDelivery({ id, channel, receivedAt: minute(5) }, [{ about: 'case', ref, facts }]);
}

const outcome = async (simulation: Simulation, delivery: Delivery) =>
  await recordMessage(simulation.recorder, { kind: 'delivery', delivery });

describe('recordDelivery', () => {
  it('keeps what it cannot understand, and takes the message', async () => {
    const simulation = createSimulation();
    const delivery = plainDelivery({ id: 'd1', channel: 'shop-a', receivedAt: minute(0) }, 'no such topic');

    expect(await outcome(simulation, delivery)).toEqual({ outcome: 'not-understood', reason: 'no such topic' });
    expect(await simulation.table.listings.listNotUnderstood(10)).toEqual([
      { source: 'test', channel: 'shop-a', id: 'd1' },
    ]);
  });

  it('keeps a delivery of a channel that is not configured any more', async () => {
    const delivery = plainDelivery({ id: 'd1', channel: 'gone', receivedAt: minute(0) }, []);

    expect(await outcome(createSimulation(), delivery)).toMatchObject({ outcome: 'not-understood' });
  });

  it('makes a record of a case only for its store; others wait for it', async () => {
    const simulation = createSimulation();

    expect(await outcome(simulation, receiptBy({ caseKey: key }, 'w1'))).toEqual({
      outcome: 'unmatched',
      reason: 'case-id not known yet',
    });
    expect(await snapshotOf(simulation)).toBeUndefined();
  });

  it.each([
    ['whole key', { alias: { kind: 'case-id', value: key } }],
    ['bare id', { alias: { kind: 'case-id', value: 'C1' } }],
    ['reverse order', { alias: { kind: 'reverse-order', value: 'V1' } }],
  ] as const)('joins what waited under its %s', async (_what, ref) => {
    const simulation = await settled(receiptBy(ref, 'w1'));
    const { shop } = createSenders();
    await take(
      simulation,
      shop(0, 'C1', { fact: 'requested' }, { fact: 'alias', alias: { kind: 'reverse-order', value: 'V1' } }),
    );

    expect((await snapshotOf(simulation))?.directGoods).toHaveLength(1);
    expect(await simulation.table.aliases.readHeld(ref.alias)).toEqual([]);
  });

  it('leaves a bare id that two shops use to a person', async () => {
    const open = (channel: string, caseKey: string) =>
      plainDelivery({ id: channel, channel, receivedAt: minute(0) }, [
        { about: 'case', ref: { caseKey }, facts: [{ fact: 'requested', at: minute(0) }] },
      ]);
    const simulation = await settled(open('shop-a', 'test:a:C1'), open('shop-b', 'test:b:C1'));
    const delivery = receiptBy({ alias: { kind: 'case-id', value: 'C1' } }, 'w1');

    expect(await outcome(simulation, delivery)).toEqual({
      outcome: 'unmatched',
      reason: 'case-id names several cases',
    });
    expect((await snapshotOf(simulation))?.directGoods).toEqual([]);
  });

  it('keeps personal data out of the record, and an older word does not bring an old name back', async () => {
    const named = (id: string, minutes: number, name: string, late = 0) =>
      plainDelivery({ id, channel: 'shop-a', receivedAt: minute(minutes + late) }, [
        { about: 'case', ref: { caseKey: key }, facts: [{ fact: 'requested', at: minute(minutes) }], person: { name } },
      ]);
    const simulation = await settled(
      named('d1', 0, 'Old Name'),
      named('d2', 10, 'New Name'),
      named('d1', 0, 'Old Name', 60),
    );

    expect(await simulation.table.cases.readPersonalData(key)).toEqual({ name: 'New Name' });
    expect(JSON.stringify([await snapshotOf(simulation), simulation.table.stream])).not.toContain('Name');
  });

  it('passes a hint on to be read, for a case that its store named', async () => {
    const simulation = createSimulation();
    const hints: unknown[] = [];
    const outbound: Outbound = { ...simulation.recorder.outbound, hint: async (hint) => void hints.push(hint) };
    const observerOf = () => ({
      source: 'test',
      revision: 1,
      observe: () => ({ kind: 'notify-only', shop: 'a', ref: { caseKey: key }, at: minute(3) }) as const,
    });
    const delivery = plainDelivery({ id: 'd1', channel: 'shop-a', receivedAt: minute(3) }, []);
    const result = await recordMessage(
      { ...simulation.recorder, outbound, observerOf },
      { kind: 'delivery', delivery },
    );

    expect(result).toEqual({ outcome: 'notify-only' });
    expect(hints).toEqual([
      { source: 'test', channel: 'shop-a', shop: 'a', caseId: 'C1', at: minute(3), attempt: 0, behind: 0 },
    ]);
  });
});

describe('recordMessage', () => {
  it('finishes, when the sender tries again, what a try that was given up left half done', async () => {
    const simulation = createSimulation();
    const message: InboxMessage = { kind: 'delivery', delivery: createSenders().shop(0, 'C1', sentIn('PA01')) };
    const { cases } = simulation.recorder;
    const stopped = { ...cases, writeSnapshot: async () => Promise.reject(new Error('out of time')) };
    await expect(recordMessage({ ...simulation.recorder, cases: stopped }, message)).rejects.toThrow('out of time');
    expect(await simulation.table.cases.readObservations(key)).toHaveLength(1);
    simulation.post(message);
    await simulation.settle();

    expect((await simulation.table.parcels.readInputs('PA01')).links).toHaveLength(1);
  });

  it('lets no older state of a parcel replace a newer one', async () => {
    const { shop, ofParcel } = createSenders();
    const simulation = await settled(
      shop(0, 'C1', twoShoes, sentIn('PA01')),
      ofParcel(5, 'PA01', { fact: 'moved', stage: 'delivered' }),
    );
    const state = {
      number: 'PA01',
      stage: 'in-transit',
      sides: [],
      goods: [],
      units: {},
      allotment: 'sole',
      movedAt: minute(9),
    } as const;
    const message: InboxMessage = { kind: 'parcel-state', caseKey: key, revision: 1, at: minute(9), state };

    expect(await recordMessage(simulation.recorder, message)).toEqual({ outcome: 'outdated' });
    expect((await snapshotOf(simulation))?.parcels[0]?.state?.stage).toBe('delivered');
  });

  it('gives the message back after too many lost races', async () => {
    const simulation = createSimulation();
    let tries = 0;
    const cases = {
      ...simulation.recorder.cases,
      writeSnapshot: async () => (++tries > 0 ? 'lost' : 'written') as 'lost',
    };
    const [delivery] = [createSenders().shop(0, 'C1', { fact: 'requested' })];

    await expect(
      recordMessage({ ...simulation.recorder, cases }, { kind: 'delivery', delivery }),
    ).rejects.toMatchObject({ code: 'too-many-races' });
    expect(tries).toBe(mostTries);
  });

  it('does not touch a record that a newer fold wrote', async () => {
    const { shop } = createSenders();
    const simulation = await settled(shop(0, 'C1', { fact: 'requested' }));
    const record = await simulation.table.cases.readSnapshot(key);
    const newer = { ...record!, version: 2, foldRevision: foldRevision + 1 };
    await simulation.table.cases.writeSnapshot(key, newer, 1);
    const delivery = shop(1, 'C1', { fact: 'closed' });

    await expect(recordMessage(simulation.recorder, { kind: 'delivery', delivery })).rejects.toMatchObject({
      code: 'newer-fold',
    });
    expect(await simulation.table.cases.readSnapshot(key)).toEqual(newer);
  });
});

describe('after a change of fold revision', () => {
  const downgrade = async ({ table }: Simulation) => {
    const record = (await table.cases.readSnapshot(key))!;
    table.plant(`CASE#${key}`, { ...record, version: record.version + 1, foldRevision: foldRevision - 1 });
  };

  it('tells what a person decides first', async () => {
    const { shop } = createSenders();
    const simulation = await settled(shop(0, 'C1', twoShoes, approved, sentIn('PA01')));
    await downgrade(simulation);
    const count = simulation.table.stream.length;
    await recordMessage(
      simulation.recorder,
      actOn(
        key,
        { act: 'choose-warehouse', warehouseId: 'west', by: { person: 'p', groups: ['agent'] }, at: minute(9) },
        1,
      ),
    );

    expect(simulation.table.stream.slice(count).map(({ type }) => type)).toEqual([
      'Return Tracking Assigned',
      'Return Tracking Withdrawn',
    ]);
  });

  it('tells a fact whose worker was stopped before it folded, whoever folds next', async () => {
    const { shop } = createSenders();
    const simulation = await settled(shop(0, 'C1', twoShoes, approved));
    await downgrade(simulation);
    const stopped = {
      id: 'test/shop-a/x',
      from: 'test/shop-a',
      receivedAt: minute(8),
      facts: [{ fact: 'closed', at: minute(8) } as const],
    };
    await simulation.table.cases.putObservation(key, stopped);
    const count = simulation.table.stream.length;
    await take(simulation, shop(9, 'C1', { fact: 'ticket-linked', url: 'https://t/1' }));

    const told = simulation.table.stream.slice(count).map(({ type }) => type);
    expect(told.filter((type) => type.startsWith('Case'))).toEqual(['Case Closed']);
  });

  describe('when an ordinary message took over in silence what only the newer fold sees', () => {
    const forget = async (simulation: Simulation, forgotten: RegExp) => {
      const record = (await simulation.table.cases.readSnapshot(key))!;
      const told = Object.fromEntries(Object.entries(record.told).filter(([name]) => !forgotten.test(name)));
      const { version } = record;
      simulation.table.plant(`CASE#${key}`, { ...record, version: version + 1, foldRevision: foldRevision - 1, told });
    };
    const typesSince = ({ table }: Simulation, count: number) => table.stream.slice(count).map(({ type }) => type);
    const rebuild = async (simulation: Simulation, emit: boolean) => {
      const count = simulation.table.stream.length;
      await recordMessage(simulation.recorder, { kind: 'rebuild', record: { caseKey: key }, emit });
      return typesSince(simulation, count);
    };

    it('tells it to who asks for it later, once', async () => {
      const { shop } = createSenders();
      const simulation = await settled(
        shop(0, 'C1', { fact: 'requested' }, twoShoes, approved, sentIn('PA01')),
        shop(5, 'C1', { fact: 'closed' }),
      );
      await forget(simulation, /^(opened|closed|decision)/);
      const count = simulation.table.stream.length;
      await take(simulation, shop(9, 'C1', { fact: 'ticket-linked', url: 'https://t/1' }));

      expect(typesSince(simulation, count)).toEqual([]);
      expect(await rebuild(simulation, false)).toEqual([]);
      expect(await rebuild(simulation, true)).toEqual(['Case Opened', 'Case Decided', 'Case Closed']);
      expect(await rebuild(simulation, true)).toEqual([]);
    });

    it('names as replaced what the warehouse really was told', async () => {
      const { shop } = createSenders();
      const simulation = await settled(shop(0, 'C1', { fact: 'requested' }, twoShoes, approved, sentIn('PA01')));
      const record = (await simulation.table.cases.readSnapshot(key))!;
      const name = 'pre-advice/east/PA01';
      const entry = record.told[name]!;
      const { announcementId } = entry.change!.data as PreAdvice;
      const told = { ...record.told, [name]: { ...entry, hash: 'as an older fold saw it' } };
      const version = record.version + 1;
      simulation.table.plant(`CASE#${key}`, { ...record, version, foldRevision: foldRevision - 1, told });
      await take(simulation, shop(9, 'C1', { fact: 'ticket-linked', url: 'https://t/1' }));
      const count = simulation.table.stream.length;
      await rebuild(simulation, true);

      expect(simulation.table.stream.slice(count)).toMatchObject([
        { type: 'Return Tracking Replaced', data: { replaces: [{ announcementId }] } },
      ]);
    });
  });
});

const actOn = (caseKey: string, act: unknown, ifAct: number, askedAs?: string): InboxMessage => ({
  kind: 'act',
  record: { caseKey },
  act,
  ifAct,
  ...(askedAs && { key: askedAs }),
});

describe('the policy', () => {
  it('decides once, and a later policy does not undo it', async () => {
    const { shop } = createSenders();
    const simulation = await settled(shop(0, 'C1', twoShoes, approved, sentIn('PA01')));
    const later = fixedPolicy({ ...demoPolicy, revision: 'later', defaultWarehouse: 'west' });
    const delivery = shop(9, 'C1', { fact: 'ticket-linked', url: 'https://t/1' });
    await recordMessage({ ...simulation.recorder, policy: later }, { kind: 'delivery', delivery });

    expect((await snapshotOf(simulation))?.warehouse).toEqual({ id: 'east', by: 'policy' });
    expect(await simulation.table.cases.readActs(key)).toMatchObject([
      { n: 1, act: { by: { policy: 'demo-1', row: 'default-warehouse' } } },
    ]);
  });
});

describe('the policy of a case', () => {
  it('is the one in force when the case was first heard of', async () => {
    const { shop } = createSenders();
    const simulation = createSimulation();
    const asked: string[] = [];
    const policy = {
      ...fixedPolicy(demoPolicy),
      inForceAt: async (at: string) => {
        asked.push(at);
        return demoPolicy;
      },
    };
    for (const delivery of [shop(7, 'C1', approved), shop(2, 'C1', twoShoes)]) {
      await recordMessage({ ...simulation.recorder, policy }, { kind: 'delivery', delivery });
    }

    expect(asked).toEqual([minute(7), minute(2)]);
  });
});

describe('rebuild', () => {
  const told = async (emit: boolean): Promise<string[]> => {
    const simulation = await settled(...openedCase());
    const stored = (await simulation.table.cases.readSnapshot(key))!;
    // As an older version of the fold would have left it, which saw nothing to tell.
    simulation.table.plant(`CASE#${key}`, { ...stored, foldRevision: foldRevision - 1, told: {}, changes: [] });
    const before = simulation.table.stream.length;
    simulation.post({ kind: 'rebuild', record: { caseKey: key }, emit });
    await simulation.settle();
    return simulation.table.stream.slice(before).map(({ type }) => type);
  };

  it('takes over in silence what only a newer fold revision sees', async () => {
    expect(await told(false)).toEqual([]);
  });

  it('tells it when asked to', async () => {
    expect(await told(true)).toContain('Case Opened');
  });

  it('leaves a record alone that is not there', async () => {
    const simulation = createSimulation();

    expect(
      await recordMessage(simulation.recorder, { kind: 'rebuild', record: { parcel: 'SF404' }, emit: true }),
    ).toEqual({
      outcome: 'ignored',
      reason: 'there is no such record',
    });
  });
});

function openedCase(): readonly Delivery[] {
  const facts: CaseFact[] = [{ fact: 'requested', at: minute(0) }];
  const sayings: Saying[] = [{ about: 'case', ref: { caseKey: key }, facts }];
  return [plainDelivery({ id: 'opened', channel: 'shop-a', receivedAt: minute(0) }, sayings)];
}
