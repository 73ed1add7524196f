import { describe, expect, it } from 'vitest';
import { widerOf } from '#shared/recording/emit.ts';
import { recordMessage, recordTogether } from '#shared/recording/record-together.ts';
import { takeMessage } from '#shared/recording/taken.ts';
import { foldRevision } from '#shared/returns/record/fold-revision.ts';
import type { ToldClass } from '#shared/returns/told-classes.ts';
import { approved, createSenders, sentIn, twoShoes } from '../../memory/lives.ts';
import { minute } from '../../memory/script.ts';
import { createSimulation, type Simulation } from '../../memory/simulation.ts';

const caseKey = 'test:a:C1';
const { shop } = createSenders();
const due = minute(600);

/** A case that calls a person, with a clock, as a fold left it that saw no opening, no decision, nothing to look at and no deadline. */
async function ofEarlierFold(): Promise<Simulation> {
  const simulation = createSimulation();
  const behind = { fact: 'store-behind' } as const;
  const deadline = { fact: 'platform-deadline', kind: 'refund', due } as const;
  const delivery = shop(0, 'C1', { fact: 'requested' }, twoShoes, approved, sentIn('PA01'), behind, deadline);
  simulation.post({ kind: 'delivery', delivery });
  await simulation.settle();
  const stored = (await simulation.table.cases.readSnapshot(caseKey))!;
  const told = Object.fromEntries(
    Object.entries(stored.told).filter(([name]) => !/^(opened|decision|attention|deadline)/.test(name)),
  );
  const version = stored.version + 1;
  simulation.table.plant(`CASE#${caseKey}`, { ...stored, version, foldRevision: foldRevision - 1, told, changes: [] });
  return simulation;
}

async function toldBy({ recorder, table }: Simulation, emit: boolean | readonly ToldClass[]): Promise<string[]> {
  const before = table.stream.length;
  await recordMessage(recorder, { kind: 'rebuild', record: { caseKey }, emit });
  return table.stream.slice(before).map(({ type }) => type);
}

describe('a rebuild that is to tell some classes', () => {
  it('tells who is needed and nothing else of what only the new fold sees, once', async () => {
    const simulation = await ofEarlierFold();

    expect(await toldBy(simulation, ['attention'])).toEqual(['Case Needs Attention']);
    expect(await toldBy(simulation, ['attention'])).toEqual([]);
    expect(await toldBy(simulation, false)).toEqual([]);
  });

  it('tells of deadlines only', async () => {
    const simulation = await ofEarlierFold();

    expect(await toldBy(simulation, ['deadlines'])).toEqual(['Deadline Opened']);
    expect(await toldBy(simulation, ['attention', 'deadlines'])).toEqual(['Case Needs Attention']);
  });

  it('tells what an ordinary message took over in silence, and leaves the rest of it for who asks for all', async () => {
    const simulation = await ofEarlierFold();
    simulation.post({ kind: 'delivery', delivery: shop(9, 'C1', { fact: 'ticket-linked', url: 'https://t/1' }) });
    await simulation.settle();

    expect(await toldBy(simulation, ['attention', 'deadlines'])).toEqual(['Case Needs Attention', 'Deadline Opened']);
    expect(await toldBy(simulation, ['attention', 'deadlines'])).toEqual([]);
    expect(await toldBy(simulation, true)).toEqual(['Case Opened', 'Case Decided']);
  });

  it('tells what came since as ever', async () => {
    const simulation = await ofEarlierFold();
    const facts = [{ fact: 'closed', at: minute(8) } as const];
    const observation = { id: 'test/shop-a/x', from: 'test/shop-a', receivedAt: minute(8), facts };
    await simulation.table.cases.putObservation(caseKey, observation);

    expect(await toldBy(simulation, ['attention'])).toEqual(
      expect.arrayContaining(['Case Closed', 'Case Needs Attention']),
    );
  });

  it('tells all that is asked for in one batch', async () => {
    const { recorder, table } = await ofEarlierFold();
    const before = table.stream.length;
    const ask = (emit: boolean | readonly ToldClass[]) =>
      takeMessage(recorder, { kind: 'rebuild', record: { caseKey }, emit });
    await recordTogether(recorder, [ask(['deadlines']), ask(false), ask(['attention'])]);

    expect(table.stream.slice(before).map(({ type }) => type)).toEqual(['Case Needs Attention', 'Deadline Opened']);
  });
});

describe('widerOf', () => {
  it.each<[Parameters<typeof widerOf>[0], Parameters<typeof widerOf>[1], ReturnType<typeof widerOf>]>([
    [false, false, false],
    [false, true, true],
    [['attention'], true, true],
    [['attention'], false, ['attention']],
    [['deadlines'], ['attention', 'deadlines'], ['attention', 'deadlines']],
  ])('of %j and %j is %j, whichever comes first', (one, other, both) => {
    expect(widerOf(one, other)).toEqual(both);
    expect(widerOf(other, one)).toEqual(both);
  });
});
