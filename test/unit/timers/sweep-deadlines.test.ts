import { describe, expect, it } from 'vitest';
import type { StrikeMessage } from '#shared/recording/inbox.ts';
import type { StoredRecord } from '#shared/recording/ports.ts';
import type { CaseSnapshot, Deadline } from '#shared/returns/case.ts';
import { foldRevision } from '#shared/returns/fold-case.ts';
import { addMillis, type Instant, toInstant } from '#shared/returns/instant.ts';
import type { Strike } from '#shared/returns/strikes.ts';
import type { StrikeEntry, Sweep, SweepState } from '#shared/timers/ports.ts';
import { sweepDeadlines } from '#shared/timers/sweep-deadlines.ts';

const now = toInstant('2026-01-15T16:00:00Z') as Instant;
const inMinutes = (count: number) => addMillis(now, count * 60_000);

interface Waiting {
  readonly caseKey?: string;
  readonly strike: Partial<Strike>;
  readonly record?: Partial<StoredRecord<CaseSnapshot>>;
}

/** A deployment as the sweep sees it: cases, each with one deadline that strikes next, and what was done with them. */
function openWorld(...cases: readonly Waiting[]) {
  const records = new Map(cases.map((each, index) => [each.caseKey ?? `standard:main:R${index + 1}`, recordOf(each)]));
  const entries = [...records].flatMap(([caseKey, { snapshot }]): StrikeEntry[] => {
    const at = Object.values(snapshot.deadlines)[0]?.nextStrike?.at;
    return at ? [{ caseKey, at, place: `${at}#CASE#${caseKey}` }] : [];
  });
  const sent: StrikeMessage[] = [];
  const started: { name: string; input: unknown }[] = [];
  const world = {
    sent,
    started,
    state: undefined as SweepState | undefined,
    pages: Number.POSITIVE_INFINITY,
    isOld: false,
    records,
  };
  const sweep: Sweep = {
    readSweep: async () => world.state,
    writeSweep: async (state) => {
      world.state = state;
    },
    listStrikes: async (after, until, limit) =>
      entries
        .filter(({ place, at }) => place > after && at <= until)
        .sort((a, b) => (a.place < b.place ? -1 : 1))
        .slice(0, limit),
    readSnapshot: async (caseKey) => records.get(caseKey),
    timers: {
      start: async (name, input) => {
        const isKnown = started.some((each) => each.name === name);
        started.push(...(isKnown ? [] : [{ name, input: JSON.parse(input) }]));
        return isKnown ? 'already-started' : 'started';
      },
    },
    send: async (strikes) => void sent.push(...strikes),
    isInboxOld: async () => world.isOld,
    hasTime: () => {
      world.pages -= 1;
      return world.pages >= 0;
    },
  };
  return { world, run: async (at = now) => await sweepDeadlines(sweep, at) };
}

function recordOf({ strike, record = {} }: Waiting): StoredRecord<CaseSnapshot> {
  const nextStrike: Strike = { phase: 'due', count: 0, at: now, ...strike };
  const deadline = { id: 'refund-1', nextStrike } as Deadline;
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
        name: 'refund-1-escalation-2',
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

  it('looks at each strike once, run after run', async () => {
    const { run } = openWorld({ strike: { at: inMinutes(30) } });

    expect((await run()).started).toBe(1);
    expect((await run(inMinutes(1))).started).toBe(0);
  });

  it('starts nothing for a case that strikes at another time by now, or not at all', async () => {
    const { world, run } = openWorld({ strike: { at: inMinutes(30) } }, { strike: { at: inMinutes(31) } });
    world.records.set('standard:main:R1', recordOf({ strike: { at: inMinutes(300) } }));
    world.records.delete('standard:main:R2');

    expect((await run()).started).toBe(0);
  });

  it('goes on in the next run where it had no time for all, and says so', async () => {
    const many = Array.from({ length: 150 }, (_, index) => ({ strike: { at: inMinutes(20 + index / 10) } }));
    const cases = many.map((each, index) => ({ ...each, caseKey: `standard:main:R${index}` }));
    const { world, run } = openWorld(...cases);
    world.pages = 2;
    // Each deadline here has one name; what counts is how many were looked at.
    world.started.length = 0;

    expect((await run()).outcome).toBe('behind');
    world.pages = Number.POSITIVE_INFINITY;
    expect((await run()).outcome).toBe('swept');
    expect(world.state?.startedUntil).toBe(inMinutes(70));
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

  it('strikes once an hour for what stays late, and not each minute', async () => {
    const { run } = openWorld({ strike: { at: inMinutes(-10) } });
    const counts: number[] = [];
    for (let minute = 0; minute < 130; minute += 1) {
      counts.push((await run(inMinutes(minute))).late);
    }

    expect(counts.flatMap((count, minute) => (count > 0 ? [minute] : []))).toEqual([0, 52, 112]);
  });

  it('strikes for no case whose strike was told since the index was written', async () => {
    const { world, run } = openWorld({ strike: { at: inMinutes(-10) } });
    world.records.set('standard:main:R1', recordOf({ strike: { at: inMinutes(50) } }));

    expect((await run()).late).toBe(0);
  });

  it('waits while the inbox is old, and starts clocks all the same', async () => {
    const { world, run } = openWorld({ strike: { at: inMinutes(-10) } }, { strike: { at: inMinutes(30) } });
    world.isOld = true;

    expect(await run()).toEqual({ late: 0, started: 1, outcome: 'yielded' });
    world.isOld = false;
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
    expect(new Set(world.sent.map(({ caseKey }) => caseKey)).size).toBe(250);
  });
});
