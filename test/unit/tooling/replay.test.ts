import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { DeliveryRef } from '#shared/recording/ports.ts';
import { inPart } from '#shared/sources/observed.ts';
import type { Delivery, Observed } from '#shared/sources/source.ts';
import { mayChange } from '../../../tools/operate/may-change.ts';
import { type Replayed, type ReplayWork, replayDelivery } from '../../../tools/operate/replay-delivery.ts';
import { replayLines } from '../../../tools/operate/replay-lines.ts';
import { createSenders, sentIn, twoShoes } from '../../memory/lives.ts';
import { mendableAdapter, readPlainly } from '../../memory/mendable-adapter.ts';
import { plainDelivery } from '../../memory/plain-observer.ts';
import { minute } from '../../memory/script.ts';
import { createSimulation, type Simulation } from '../../memory/simulation.ts';

const reason = 'data.lines: is missing';
const notUnderstood = (): Observed => ({ kind: 'not-understood', reason });

/** A recorder behind its queue: what is sent is recorded while one waits. */
function workOver(
  simulation: Simulation,
  observerOf: ReplayWork['observerOf'],
  how: Partial<ReplayWork> = {},
): ReplayWork {
  const { merchant } = simulation.recorder;
  const send = async (ref: DeliveryRef) => simulation.post({ kind: 'replay', ref });
  const wait = async () => await simulation.settle();
  return { store: simulation.table, merchant, observerOf, send, wait, ...how };
}

async function recorded(read: (delivery: Delivery) => Observed, ...deliveries: readonly Delivery[]) {
  const adapter = mendableAdapter(read);
  const simulation = createSimulation(adapter);
  simulation.post(...deliveries.map((delivery) => ({ kind: 'delivery', delivery }) as const));
  await simulation.settle();
  return { adapter, simulation };
}

const saysOf = (number: string) => (): Observed => ({
  kind: 'sayings',
  sayings: [{ about: 'parcel', number, facts: [{ fact: 'moved', stage: 'in-transit', at: minute(9) }] }],
});

const refOf = ({ source, channel, id }: Delivery): DeliveryRef => ({ source, channel, id });

describe('replayDelivery', () => {
  const { shop, ofParcel, wmsOfCase } = createSenders();
  const opened = shop(0, 'C1', { fact: 'requested' }, twoShoes);
  const scan = ofParcel(9, 'PA01', { fact: 'moved', stage: 'in-transit' });

  it('has it read anew, and says which facts came where', async () => {
    const { adapter, simulation } = await recorded(notUnderstood, opened);
    adapter.mend(readPlainly);

    expect(await replayDelivery(refOf(opened), workOver(simulation, adapter.observerOf))).toEqual({
      ref: refOf(opened),
      before: 'not-understood',
      after: { outcome: 'applied' },
      changes: ['case test:a:C1: + requested, + details'],
      isPending: false,
    });
  });

  it('says the same without changing anything, when it is only asked what would be', async () => {
    const { adapter, simulation } = await recorded(notUnderstood, opened);
    adapter.mend(readPlainly);
    const before = simulation.table.dump();
    const work = workOver(simulation, adapter.observerOf, { send: undefined });

    expect(await replayDelivery(refOf(opened), work)).toMatchObject({
      after: { outcome: 'applied' },
      changes: ['case test:a:C1: + requested, + details'],
      isPending: false,
    });
    expect(simulation.table.dump()).toEqual(before);
  });

  it('tells what says something else from what came and what went', async () => {
    const { adapter, simulation } = await recorded(readPlainly, opened);
    const { shop: shopAnew } = createSenders();
    const { body } = shopAnew(0, 'C1', { fact: 'details', details: { orderId: 'O2' } }, sentIn('PA01'));
    adapter.mend((each) => readPlainly({ ...each, body }));

    expect((await replayDelivery(refOf(opened), workOver(simulation, adapter.observerOf))).changes).toEqual([
      'case test:a:C1: ~ details, + tracking, - requested',
    ]);
  });

  it.each([true, false])('names the record that it said it of before, too: %s', async (isDryRun) => {
    const { adapter, simulation } = await recorded(saysOf('PA99'), scan);
    adapter.mend(readPlainly);
    const work = workOver(simulation, adapter.observerOf, isDryRun ? { send: undefined } : {});

    expect((await replayDelivery(refOf(scan), work)).changes).toEqual(['parcel PA01: + moved', 'parcel PA99: - moved']);
  });

  it.each([true, false])('says that nothing went where it could be read in part only: dry run %s', async (isDryRun) => {
    const { adapter, simulation } = await recorded(saysOf('PA99'), scan);
    adapter.mend((each) => inPart(readPlainly(each), [{ path: 'data.lines', expected: 'must be a list' }]));
    const work = workOver(simulation, adapter.observerOf, isDryRun ? { send: undefined } : {});

    expect((await replayDelivery(refOf(scan), work)).changes).toEqual(['parcel PA01: + moved']);
    await simulation.settle();
    expect((await simulation.table.parcels.readObservations('PA99'))[0]?.facts).toHaveLength(1);
  });

  it('says what went, though another part of it waits for its case', async () => {
    const facts = [{ fact: 'moved', stage: 'in-transit', at: minute(9) }] as const;
    const report = plainDelivery({ id: 'w1', channel: 'wms', receivedAt: minute(9) }, [
      { about: 'case', ref: { alias: { kind: 'case-id', value: 'C7' } }, facts: [{ fact: 'closed', at: minute(9) }] },
      { about: 'parcel', number: 'PA01', facts },
    ]);
    const { adapter, simulation } = await recorded((each) => {
      const observed = readPlainly(each);
      const sayings = observed.kind === 'sayings' ? observed.sayings : [];
      return {
        kind: 'sayings',
        sayings: sayings.map((said) => (said.about === 'parcel' ? { ...said, number: 'PA99' } : said)),
      };
    }, report);
    adapter.mend(readPlainly);

    expect((await replayDelivery(refOf(report), workOver(simulation, adapter.observerOf))).changes).toEqual([
      'parcel PA01: + moved',
      'parcel PA99: - moved',
    ]);
    await simulation.settle();
    expect((await simulation.table.parcels.readObservations('PA99'))[0]?.facts).toEqual([]);
  });

  it('takes nothing back of what is not understood any more', async () => {
    const { adapter, simulation } = await recorded(readPlainly, scan);
    adapter.mend(notUnderstood);

    expect(await replayDelivery(refOf(scan), workOver(simulation, adapter.observerOf))).toMatchObject({
      before: 'applied',
      after: { outcome: 'not-understood', reason },
      changes: [],
    });
  });

  it('does not wait for what waits for its case, and says so', async () => {
    const report = wmsOfCase(
      5,
      { alias: { kind: 'case-id', value: 'C7' } },
      { fact: 'received', receiptId: 'R1', warehouseId: 'east' },
    );
    const { adapter, simulation } = await recorded(notUnderstood, report);
    adapter.mend(readPlainly);
    let waits = 0;
    const wait = async () => {
      waits += 1;
      await simulation.settle();
    };
    const replay = async (how: Partial<ReplayWork>) =>
      await replayDelivery(refOf(report), workOver(simulation, adapter.observerOf, how));

    expect(await replay({ send: undefined })).toMatchObject({
      before: 'not-understood',
      after: { outcome: 'unmatched' },
    });
    expect(await replay({ wait })).toMatchObject({
      before: 'not-understood',
      after: { outcome: 'unmatched' },
      isPending: false,
    });
    expect(await replay({ wait })).toMatchObject({
      before: 'unmatched',
      after: { outcome: 'unmatched' },
      isPending: false,
    });
    expect(waits).toBe(2);
  });

  it('gives up waiting for what nobody records, and leaves all as it was', async () => {
    const { adapter, simulation } = await recorded(notUnderstood, opened);
    adapter.mend(readPlainly);
    const waited: number[] = [];
    const wait = async (ms: number) => waited.push(ms);
    const before = simulation.table.dump();

    expect(await replayDelivery(refOf(opened), workOver(simulation, adapter.observerOf, { wait }))).toMatchObject({
      after: { outcome: 'not-understood' },
      changes: [],
      isPending: true,
    });
    expect(waited.reduce((sum, ms) => sum + ms)).toBe(60_000);
    expect(simulation.table.dump()).toEqual(before);
  });

  it('says of one that is not kept that it is not, and sends nothing', async () => {
    const { adapter, simulation } = await recorded(readPlainly);

    expect(await replayDelivery(refOf(opened), workOver(simulation, adapter.observerOf))).toEqual({
      ref: refOf(opened),
      before: undefined,
      after: undefined,
      changes: [],
      isPending: false,
    });
    expect(simulation.sent).toEqual([]);
  });
});

describe('replayLines', () => {
  const replayed: Replayed = {
    ref: { source: 'standard', channel: 'wms-east', id: 'msg_1' },
    before: 'not-understood',
    after: { outcome: 'applied' },
    changes: ['case standard:main:R1: + received', 'parcel SF1: ~ moved'],
    isPending: false,
  };
  const name = 'standard/wms-east/msg_1';

  it.each([
    [{}, [`${name}: not-understood → applied`, '   case standard:main:R1: + received', '   parcel SF1: ~ moved']],
    [{ before: 'applied', changes: [] } as const, [`${name}: applied; says the same`]],
    [
      { after: { outcome: 'in-part', reason }, changes: [] } as const,
      [`${name}: not-understood → in-part (${reason}); says the same`],
    ],
    [
      { after: { outcome: 'not-understood', reason }, changes: [], isPending: true } as const,
      [`${name}: not-understood, not recorded yet (${reason})`],
    ],
    [{ before: undefined, after: undefined, changes: [] }, [`${name}: is not kept, or no more`]],
  ])('say what came of it: %#', (how, lines) => {
    expect(replayLines({ ...replayed, ...how })).toEqual(lines);
  });
});

describe('mayChange', () => {
  const observer = { revision: 3 };

  it.each([
    ['applied', undefined, true],
    ['applied', 5, true],
    ['applied', 7, false],
    ['ignored', 7, false],
    ['unmatched', 5, true],
    ['unmatched', 7, false],
    ['in-part', 6, true],
    ['not-understood', 7, true],
    ['notify-only', 3, false],
    ['several', 3, false],
  ] as const)('of one that was %s by revision %s is %s', (outcome, revision, wanted) => {
    expect(mayChange({ outcome, ...(revision !== undefined && { revision }) }, observer)).toBe(wanted);
  });
});

describe('npm run replay', () => {
  const root = join(import.meta.dirname, '../../..');

  it.each([
    [[], 'Name what to read anew: --delivery'],
    [['--source', 'standard'], '--source goes with --since'],
    [['--source', 'standart', '--since', '2026-01-15T08:00Z'], 'No source is called standart; there are:'],
    [['--source', 'standard', '--since', 'yesterday'], '--since is a time with its zone'],
    [['--delivery', 'own-store'], '--delivery is <source>/<channel>/<id>'],
  ])('answers %j with what is wrong, and no stack', (args, sentence) => {
    const script = [join('tools', 'operate', 'replay.ts'), ...args];
    const { stdout, stderr, status } = spawnSync(process.execPath, script, { cwd: root, encoding: 'utf8' });

    expect({ stdout, status }).toEqual({ stdout: '', status: 1 });
    expect(stderr).toContain(sentence);
    expect(stderr).not.toMatch(/^\s+at /m);
  });
});
