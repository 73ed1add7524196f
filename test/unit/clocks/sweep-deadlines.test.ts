import { describe, expect, it } from 'vitest';
import { executionInputOf, executionNameOf } from '#shared/aws/strike-execution.ts';
import type { StrikeEntry, Sweep, SweepState } from '#shared/clocks/ports.ts';
import { sweepDeadlines } from '#shared/clocks/sweep-deadlines.ts';
import type { StrikeMessage } from '#shared/messages/inbox-message.ts';
import { textOfRecord } from '#shared/messages/record-name.ts';
import type { StoredRecord } from '#shared/recording/ports.ts';
import type { CaseSnapshot } from '#shared/returns/case/case.ts';
import type { Deadline, Strike } from '#shared/returns/deadlines/part.ts';
import { foldRevision } from '#shared/returns/record/fold-revision.ts';
import { addMillis, type Instant, toInstant } from '#shared/returns/record/instant.ts';

const now = toInstant('2026-01-15T16:00:00Z') as Instant;
const inMinutes = (count: number) => addMillis(now, count * 60_000);

interface Waiting {
  readonly caseKey?: string;
  readonly strike: Partial<Strike>;
  readonly deadlineId?: string;
  readonly record?: Partial<StoredRecord<CaseSnapshot>>;
}

/** A deployment as the sweep sees it: cases, each with one deadline that strikes next, and what was done with them. */
function openWorld(...cases: readonly Waiting[]) {
  const records = new Map(cases.map((each, index) => [each.caseKey ?? `standard:main:R${index + 1}`, recordOf(each)]));
  const entries = [...records].flatMap(([caseKey, { snapshot }]): StrikeEntry[] => {
    const at = Object.values(snapshot.deadlines)[0]?.nextStrike?.at;
    return at ? [{ record: { caseKey }, at, place: `${at}#CASE#${caseKey}` }] : [];
  });
  const sent: StrikeMessage[] = [];
  const started: { name: string; input: unknown }[] = [];
  const world = {
    sent,
    started,
    state: undefined as SweepState | undefined,
    pages: Number.POSITIVE_INFINITY,
    isBehind: false,
    records,
    listed: [] as string[],
    written: [] as SweepState[],
    /** Names that Step Functions does not take. */
    refused: '',
  };
  const sweep: Sweep = {
    readSweep: async () => world.state,
    writeSweep: async (state) => {
      world.state = state;
      world.written.push(state);
    },
    listStrikes: async (after, until, limit) => {
      world.listed.push(after);
      return entries
        .filter(({ place, at }) => place > after && at <= until)
        .sort((a, b) => (a.place < b.place ? -1 : 1))
        .slice(0, limit);
    },
    readSnapshot: async (record) => records.get('caseKey' in record ? record.caseKey : record.parcel),
    timers: {
      start: async (strike) => {
        const name = executionNameOf(strike);
        if (world.refused && name.startsWith(world.refused)) {
          throw new Error('throttled');
        }
        const isKnown = started.some((each) => each.name === name);
        started.push(...(isKnown ? [] : [{ name, input: executionInputOf(strike) }]));
        return isKnown ? 'already-started' : 'started';
      },
    },
    send: async (strikes) => void sent.push(...strikes),
    isInboxBehind: async () => world.isBehind,
    hasTime: () => {
      world.pages -= 1;
      return world.pages >= 0;
    },
  };
  return { world, run: async (at = now) => await sweepDeadlines(sweep, at) };
}

function recordOf({ strike, record = {}, deadlineId = 'refund-1' }: Waiting): StoredRecord<CaseSnapshot> {
  const nextStrike: Strike = { phase: 'due', count: 0, at: now, ...strike };
  const deadline = { id: deadlineId, nextStrike } as Deadline;
  const snapshot = { deadlines: { [deadline.id]: deadline }, nextStrikeAt: nextStrike.at } as unknown as CaseSnapshot;
  return {
    version: 1,
    foldRevision,
    snapshot,
    told: {},
    changes: [],
    writtenAt: inMinutes(-600),
    ...record,
  };
}

describe('sweepDeadlines ahead', () => {
  it('starts the clock of a strike within the hour, named by its deadline and the strike, and told where to look and when', async () => {
    const at = inMinutes(60);
    const { world, run } = openWorld({ caseKey: 'standard:main:R#1', strike: { phase: 'escalation', count: 2, at } });

    expect(await run()).toEqual({ late: 0, started: 1, outcome: 'swept' });
    expect(world.started).toEqual([
      {
        name: `refund-1-escalation-2-${(Date.parse(at) / 1000).toString(36)}`,
        input: { pk: 'CASE#standard:main:R%231', caseKey: 'standard:main:R#1', deadlineId: 'refund-1', at },
      },
    ]);
    expect(world.sent).toEqual([]);
  });

  it('leaves what is further ahead to a later run', async () => {
    const { world, run } = openWorld({ strike: { at: inMinutes(71) } });

    await run();
    expect(world.started).toEqual([]);
    await run(inMinutes(1));
    expect(world.started).toHaveLength(1);
  });

  it('starts none for what was so near when it was written that a message waits for it', async () => {
    const { world, run } = openWorld({ strike: { at: inMinutes(60) }, record: { writtenAt: inMinutes(-10) } });

    await run();
    expect(world.started).toEqual([]);
  });

  it('looks at each strike once: the next run goes on where the last one ended', async () => {
    const { world, run } = openWorld({ strike: { at: inMinutes(30) } });

    expect((await run()).started).toBe(1);
    world.listed.length = 0;
    expect((await run(inMinutes(1))).started).toBe(0);
    expect(world.listed).toEqual(['0', inMinutes(70)]);
  });

  it('starts nothing for a case that strikes at another time by now, or not at all', async () => {
    const { world, run } = openWorld({ strike: { at: inMinutes(30) } }, { strike: { at: inMinutes(31) } });
    world.records.set('standard:main:R1', recordOf({ strike: { at: inMinutes(300) } }));
    world.records.delete('standard:main:R2');

    expect((await run()).started).toBe(0);
  });

  const many = (count: number) =>
    Array.from({ length: count }, (_, index) => ({
      deadlineId: `refund-${index}`,
      caseKey: `standard:main:R${index}`,
      strike: { at: inMinutes(20 + index / 20) },
    }));

  it('goes on in the next run where it had no time for all, and says so', async () => {
    const { world, run } = openWorld(...many(250));
    world.pages = 2;

    expect(await run()).toMatchObject({ started: 100, outcome: 'behind' });
    world.pages = Number.POSITIVE_INFINITY;
    expect(await run()).toMatchObject({ started: 150, outcome: 'swept' });
    expect(world.state?.startedUntil).toBe(inMinutes(70));
  });

  it('notes where it stands page by page, for the run that is stopped', async () => {
    const { world, run } = openWorld(...many(250));
    await run();

    const places = world.written.map(({ startedUntil }) => startedUntil);
    expect(places).toEqual([
      expect.stringContaining('#CASE#standard:main:R99'),
      expect.stringContaining('#CASE#standard:main:R199'),
      inMinutes(70),
    ]);
  });

  it('starts all others where one cannot be started, throws when it is done, and tries that one again', async () => {
    const { world, run } = openWorld(...many(150));
    world.refused = 'refund-120-';

    await expect(run()).rejects.toThrow('1 clocks could not be started');
    expect(world.started).toHaveLength(149);
    world.refused = '';
    expect(await run(inMinutes(1))).toMatchObject({ started: 1, outcome: 'swept' });
  });

  it('has a record of an earlier fold, which knew of no strikes, folded anew', async () => {
    const { world, run } = openWorld({ strike: { at: inMinutes(30) }, record: { foldRevision: foldRevision - 1 } });

    await run();
    expect(world.sent).toEqual([{ kind: 'strike', caseKey: 'standard:main:R1', at: now }]);
    expect(world.started).toEqual([]);
  });
});

describe('sweepDeadlines behind', () => {
  it('strikes where a clock was silent', async () => {
    const at = inMinutes(-10);
    const { world, run } = openWorld({ strike: { at } });

    expect(await run()).toMatchObject({ late: 1, outcome: 'swept' });
    expect(world.sent).toEqual([{ kind: 'strike', caseKey: 'standard:main:R1', at }]);
  });

  it('leaves the clock two minutes to strike itself', async () => {
    const { run } = openWorld({ strike: { at: inMinutes(-1) } });

    expect((await run()).late).toBe(0);
    expect((await run(inMinutes(1))).late).toBe(1);
  });

  it('strikes again some minutes later, and then once an hour, for what stays late; not each minute', async () => {
    const { run } = openWorld({ strike: { at: now } });
    const counts: number[] = [];
    for (let minute = 0; minute < 130; minute += 1) {
      counts.push((await run(inMinutes(minute))).late);
    }

    expect(counts.flatMap((count, minute) => (count > 0 ? [minute] : []))).toEqual([2, 8, 68, 128]);
  });

  it('counts from when the record was written, where its strike was past by then', async () => {
    const { run } = openWorld({ strike: { at: inMinutes(-300) }, record: { writtenAt: inMinutes(10) } });
    const counts: number[] = [];
    for (let minute = 0; minute < 15; minute += 1) {
      counts.push((await run(inMinutes(minute))).late);
    }

    expect(counts.indexOf(1)).toBe(12);
  });

  it('has a record of an earlier fold folded anew once it is late', async () => {
    const record = { foldRevision: foldRevision - 1 };
    const { world, run } = openWorld({ strike: { at: inMinutes(-10) }, record });
    const stored = world.records.get('standard:main:R1') as StoredRecord<CaseSnapshot>;
    const { nextStrikeAt: _, ...snapshot } = stored.snapshot;
    world.records.set('standard:main:R1', { ...stored, snapshot: snapshot as CaseSnapshot });

    expect((await run()).late).toBe(1);
  });

  it('notes what it struck before it goes on, so that nothing is struck twice', async () => {
    const { world, run } = openWorld({ strike: { at: inMinutes(-10) } }, { strike: { at: inMinutes(30) } });
    world.refused = 'refund-1';

    await expect(run()).rejects.toThrow();
    await expect(run(inMinutes(1))).rejects.toThrow();
    expect(world.sent).toHaveLength(1);
  });

  it('strikes for no case whose strike was told since the index was written', async () => {
    const { world, run } = openWorld({ strike: { at: inMinutes(-10) } });
    world.records.set('standard:main:R1', recordOf({ strike: { at: inMinutes(50) } }));

    expect((await run()).late).toBe(0);
  });

  it('waits while the inbox is behind, and starts clocks all the same', async () => {
    const { world, run } = openWorld({ strike: { at: inMinutes(-10) } }, { strike: { at: inMinutes(30) } });
    world.isBehind = true;

    expect(await run()).toEqual({ late: 0, started: 1, outcome: 'yielded' });
    world.isBehind = false;
    expect(await run(inMinutes(1))).toEqual({ late: 1, started: 0, outcome: 'swept' });
  });

  it('goes on behind the last place in the next run where it had no time for all', async () => {
    const cases = Array.from({ length: 250 }, (_, index) => ({ strike: { at: inMinutes(-500 + index) } }));
    const { world, run } = openWorld(...cases);
    world.pages = 1;
    expect(await run()).toMatchObject({ late: 100, outcome: 'behind' });
    world.pages = 1;
    expect(await run(inMinutes(1))).toMatchObject({ late: 100, outcome: 'behind' });
    world.pages = Number.POSITIVE_INFINITY;
    expect(await run(inMinutes(2))).toMatchObject({ late: 50, outcome: 'swept' });
    expect(world.state).toMatchObject({ lateAsOf: now });
    expect(world.sent).toHaveLength(250);
    expect(new Set(world.sent.map((strike) => textOfRecord(strike))).size).toBe(250);
  });
});
