import { describe, expect, it } from 'vitest';
import type { InboxMessage } from '#shared/messages/inbox-message.ts';
import type { RecordName } from '#shared/messages/record-name.ts';
import { foldRevision } from '#shared/returns/record/fold-revision.ts';
import type { Instant } from '#shared/returns/record/instant.ts';
import type { ToldClass } from '#shared/returns/told-classes.ts';
import { openListsOf } from '../../../tools/operate/open-records.ts';
import { type OpenWork, rebuildOpen } from '../../../tools/operate/rebuild-open.ts';
import { wishOf } from '../../../tools/operate/rebuild-wish.ts';
import { approved, createSenders, sentIn, twoReceived, twoShoes } from '../../memory/lives.ts';
import { minute } from '../../memory/script.ts';
import { createSimulation, type Simulation } from '../../memory/simulation.ts';

const classes: readonly ToldClass[] = ['attention', 'deadlines'];
const disputed = { fact: 'disputed', disputeId: 'D1' } as const;

/** Cases C1 (disputed), C2 (closed), C3 (open and decided, with nothing to look at), and a parcel that nobody counts. */
async function opened(): Promise<Simulation> {
  const simulation = createSimulation();
  const { shop, ofParcel } = createSenders();
  const deliveries = [
    shop(0, 'C1', { fact: 'requested' }, twoShoes, approved, sentIn('PA01'), disputed),
    shop(0, 'C2', { fact: 'requested' }, { fact: 'closed' }),
    shop(0, 'C3', { fact: 'requested' }, { fact: 'details', details: { orderId: 'O3' } }, approved),
    ofParcel(9, 'PA99', twoReceived),
  ];
  simulation.post(...deliveries.map((delivery): InboxMessage => ({ kind: 'delivery', delivery })));
  await simulation.settle();
  return simulation;
}

/** As an earlier fold left them all, which had nothing to tell of what somebody should look at, and of deadlines. */
async function leaveToEarlierFold({ table }: Simulation, keys = ['C1', 'C2', 'C3']): Promise<void> {
  const earlier = foldRevision - 1;
  for (const key of keys.map((each) => `test:a:${each}`)) {
    const stored = (await table.cases.readSnapshot(key))!;
    const told = Object.fromEntries(Object.entries(stored.told).filter(([name]) => !/^(attention|opened)/.test(name)));
    const version = stored.version + 1;
    table.plant(`CASE#${key}`, { ...stored, version, foldRevision: earlier, told, changes: [] });
  }
}

const lists = openListsOf(minute(0), minute(60));

interface Run {
  readonly asked: readonly RecordName[];
  readonly lines: readonly string[];
  readonly told: readonly string[];
}

async function run(simulation: Simulation, how: Partial<OpenWork> = {}): Promise<Run> {
  const { table } = simulation;
  const [asked, lines]: [RecordName[], string[]] = [[], []];
  const before = table.stream.length;
  await rebuildOpen({
    store: table,
    classes,
    lists,
    send: async (records) => {
      asked.push(...records);
      simulation.post(...records.map((record): InboxMessage => ({ kind: 'rebuild', record, emit: classes })));
    },
    wait: async () => await simulation.settle(),
    log: (line = '') => lines.push(line),
    ...how,
  });
  return { asked, lines, told: table.stream.slice(before).map(({ type }) => type) };
}

describe('rebuildOpen', () => {
  it('has what is open folded anew, and what is of the classes told; what has ended is left alone', async () => {
    const simulation = await opened();
    await leaveToEarlierFold(simulation);
    const { asked, lines, told } = await run(simulation);

    expect(asked).toEqual([{ caseKey: 'test:a:C1' }, { caseKey: 'test:a:C3' }]);
    expect(told).toEqual(['Case Needs Attention']);
    expect(lines.at(-1)).toBe('2026-03-01: 3 open, 2 folded anew, 1 told of attention, 0 told of deadlines');
    expect((await simulation.table.cases.readSnapshot('test:a:C2'))?.foldRevision).toBe(foldRevision - 1);
  });

  it('asks for nothing, run again', async () => {
    const simulation = await opened();
    await leaveToEarlierFold(simulation);
    await run(simulation);

    expect(await run(simulation)).toMatchObject({ asked: [], told: [], lines: [expect.stringContaining('3 open, 0')] });
  });

  it('tells what a message took over in silence since the release', async () => {
    const simulation = await opened();
    await leaveToEarlierFold(simulation);
    const { shop } = createSenders('later');
    const delivery = shop(9, 'C1', { fact: 'ticket-linked', url: 'https://t/1' });
    simulation.post({ kind: 'delivery', delivery });
    await simulation.settle();

    expect((await run(simulation)).told).toEqual(['Case Needs Attention']);
  });

  it('goes on where it was stopped, with what it printed last, and reads no list before', async () => {
    const simulation = await opened();
    await leaveToEarlierFold(simulation);
    const lines: string[] = [];
    const log = (line = '') => {
      lines.push(line);
      throw new Error('stopped');
    };
    await expect(run(simulation, { log })).rejects.toThrow('stopped');
    const [, first] = /--after (\S+)$/.exec(lines[0] ?? '') ?? [];
    const read: unknown[] = [];
    const listRecords: Simulation['table']['listings']['listRecords'] = async (list, limit, after) => {
      read.push(list);
      return await simulation.table.listings.listRecords(list, limit, after);
    };
    const store = { ...simulation.table, listings: { ...simulation.table.listings, listRecords } };

    expect((await run(simulation, { first, store })).asked).toEqual([{ caseKey: 'test:a:C3' }]);
    expect(read).toEqual(['attention', 'unclaimed', 'unclaimed-before', { openedOn: '2026-03-01' }]);
  });

  it.each(['nowhere', Buffer.from('["2020-01-01"]').toString('base64url')])(
    'refuses to go on at %s, which no run over these lists gave',
    async (first) => {
      await expect(run(await opened(), { first })).rejects.toThrow('--after is not what an earlier run gave');
    },
  );

  it('has 25 under way at a time, and no record twice', async () => {
    const simulation = createSimulation();
    const { shop } = createSenders();
    const names = Array.from({ length: 60 }, (_, index) => `C${100 + index}`);
    simulation.post(
      ...names.map(
        (name): InboxMessage => ({ kind: 'delivery', delivery: shop(0, name, { fact: 'requested' }, disputed) }),
      ),
    );
    await simulation.settle();
    await leaveToEarlierFold(simulation, names);
    const sizes: number[] = [];
    const send = async (records: readonly RecordName[]) => {
      sizes.push(records.length);
      simulation.post(...records.map((record): InboxMessage => ({ kind: 'rebuild', record, emit: classes })));
    };
    const { told, lines } = await run(simulation, { send });

    expect(sizes).toEqual([25, 25, 10]);
    expect(told).toHaveLength(60);
    expect(lines.at(-1)).toContain('60 open, 60 folded anew, 60 told of attention');
  });

  it('stops where nothing is folded', async () => {
    const simulation = await opened();
    await leaveToEarlierFold(simulation);
    const waited: number[] = [];
    const wait = async (ms: number) => waited.push(ms);

    await expect(run(simulation, { wait })).rejects.toThrow('None of these was folded within a minute');
    expect(waited.reduce((sum, ms) => sum + ms)).toBe(60_000);
  });

  it('goes on past one that is not folded, names it, and says so in the end', async () => {
    const simulation = await opened();
    await leaveToEarlierFold(simulation);
    const lines: string[] = [];
    const send = async (records: readonly RecordName[]) => {
      const others = records.filter((record) => !('caseKey' in record && record.caseKey === 'test:a:C1'));
      simulation.post(...others.map((record): InboxMessage => ({ kind: 'rebuild', record, emit: classes })));
    };
    const twoOfOneList = new Map([...lists].filter(([name]) => /^\d/.test(name)));

    await expect(run(simulation, { send, lists: twoOfOneList, log: (line = '') => lines.push(line) })).rejects.toThrow(
      'Some were not folded within a minute',
    );
    expect(lines).toEqual([
      'case test:a:C1: not folded within a minute',
      '2026-03-01: 2 open, 1 folded anew, 0 told of attention, 0 told of deadlines, 1 late',
    ]);
  });

  it('refuses to work on what a newer release folded', async () => {
    const simulation = await opened();
    const stored = (await simulation.table.cases.readSnapshot('test:a:C3'))!;
    const newer = { ...stored, version: stored.version + 1, foldRevision: foldRevision + 1 };
    simulation.table.plant('CASE#test:a:C3', newer);

    await expect(run(simulation)).rejects.toThrow('run it from the release that is deployed');
  });
});

describe('wishOf', () => {
  const now = '2026-06-30T12:00:00.000Z' as Instant;
  const nothing = { open: false, emit: false, words: [] };

  it('looks 120 days back where nobody says, for cases by their opening', () => {
    expect(wishOf({ ...nothing, open: true, emit: true, words: ['attention,deadlines'] }, now)).toEqual({
      open: true,
      classes: ['attention', 'deadlines'],
      since: '2026-03-02T12:00:00.000Z',
      after: undefined,
    });
  });

  it('takes one record with all, or with some classes', () => {
    expect(wishOf({ ...nothing, parcel: 'PA1', emit: true }, now)).toMatchObject({
      record: { parcel: 'PA1' },
      emit: true,
    });
    expect(wishOf({ ...nothing, case: 'a:b:c', emit: true, words: ['deadlines'] }, now)).toMatchObject({
      record: { caseKey: 'a:b:c' },
      emit: ['deadlines'],
    });
  });

  it.each<[string, object, string]>([
    ['nothing', {}, 'Name one record'],
    ['two', { case: 'a:b:c', open: true }, 'Name one record'],
    ['all that are open with no class', { open: true, emit: true }, 'Say what is to be told of all that are open'],
    ['a class that there is not', { open: true, emit: true, words: ['attenton'] }, 'did you mean "attention"?'],
    ['a class of which nothing is to be told', { case: 'a:b:c', words: ['attention'] }, 'classes stand behind --emit'],
    ['a day to come', { open: true, emit: true, words: ['attention'], since: '2026-07-01' }, '--since is a UTC day'],
    ['a day of one record', { case: 'a:b:c', since: '2026-01-15' }, '--since and --after go with --open'],
    ['half a place', { open: true, emit: true, words: ['attention'], table: 't' }, '--table and --inbox go together'],
  ])('refuses %s', (_what, words, sentence) => {
    expect(() => wishOf({ ...nothing, ...words }, now)).toThrow(sentence);
  });
});
