import { describe, expect, it } from 'vitest';
import { roundTheClock } from '#shared/returns/deadlines/calendar.ts';
import type { DeadlineRow, Wait } from '#shared/returns/deadlines/clock.ts';
import { clockTimeOf } from '#shared/returns/deadlines/clock-time.ts';
import { deadlineOf } from '#shared/returns/deadlines/deadline.ts';
import type { TickFact } from '#shared/returns/deadlines/facts.ts';
import { usualDeadlines } from '#shared/returns/deadlines/kinds.ts';
import type { Deadline } from '#shared/returns/deadlines/part.ts';
import { clockStory } from '#shared/returns/deadlines/story.ts';
import { ticksDue } from '#shared/returns/deadlines/strikes.ts';
import { deadlineTellings } from '#shared/returns/deadlines/tell.ts';
import type { EventData, EventType } from '#shared/returns/events.ts';
import type { Change, Told } from '#shared/returns/record/change.ts';
import { type Instant, instantOf } from '#shared/returns/record/instant.ts';
import { tell } from '#shared/returns/record/tell.ts';
import { minute } from '../../memory/script.ts';

/** Due an hour after minute 0, reminded of half an hour before. */
const rule = { dueAfterMinutes: 60, remindBeforeMinutes: 30, escalateEveryMinutes: 60, escalations: 3 };
const rules = { ...usualDeadlines, 'exception-contact': rule };
const calendars = [{ from: instantOf(0), calendar: roundTheClock }];

interface Heard {
  readonly waits?: readonly Wait[];
  readonly metAt?: Instant;
  readonly ticks?: readonly TickFact[];
  readonly of?: DeadlineRow['of'];
}

/** The one deadline of a record, by what was heard. */
function heard({ waits = [], metAt, ticks = [], of = 'team' }: Heard): Deadline {
  const { clock } = clockTimeOf({ of }, rule, { waits }, { calendars, timeZone: 'Asia/Shanghai' });
  const opened = clock({ subject: 'case', openedAt: minute(0), metAt });
  return deadlineOf({ record: 'test:a:C1', kind: 'exception-contact', clock: opened }, ticks, rule);
}

function waited(from: number, to?: number): Wait {
  return { from: minute(from), ...(to !== undefined && { to: minute(to) }) };
}

/** Tells one state of the deadline after another, as its record would. */
function createTeller() {
  let told: Told = {};
  let version = 0;
  return {
    hear: (deadline: Deadline): Change[] => {
      version += 1;
      const teller = { record: 'CASE#test:a:C1', version, occurredAt: minute(version) };
      const result = tell(teller, told, deadlineTellings({ deadlines: { [deadline.id]: deadline } }, told, rules));
      told = result.told;
      return result.changes;
    },
    told: () => told,
  };
}

function dataOf<Type extends EventType>(changes: readonly Change[], type: Type): EventData[Type] {
  expect(changes.map((change) => change.type)).toEqual([type]);
  return changes[0]?.data as EventData[Type];
}

describe('a pause', () => {
  it('leaves a deadline without a due time and a strike, and moves it by its length when it ends', () => {
    const paused = heard({ waits: [waited(20)] });
    expect(paused).toMatchObject({ pausedSince: minute(20), missed: false });
    expect([paused.dueAt, paused.remindAt, paused.nextStrike]).toEqual([undefined, undefined, undefined]);

    const moved = heard({ waits: [waited(20, 100)] });
    expect(moved).toMatchObject({ dueAt: minute(140), remindAt: minute(110) });
    expect(moved.pausedSince).toBeUndefined();
  });

  it.each<[string, readonly Wait[], number]>([
    ['counts once where two overlap', [waited(20, 50), waited(40, 60)], 100],
    ['counts each of several', [waited(10, 20), waited(30, 50)], 90],
    ['counts from the opening where it began before', [waited(-60, 20)], 80],
    ['counts nothing where it ended before', [waited(-60, -10)], 60],
    ['comes too late after the due time', [waited(70, 90)], 60],
    ['comes too late at the due time', [waited(60, 90)], 60],
    ['is none where it ends before it begins', [waited(40, 20)], 60],
  ])('%s', (_, waits, due) => {
    expect(heard({ waits }).dueAt).toBe(minute(due));
    expect(heard({ waits: [...waits, ...waits].reverse() }).id).toBe(heard({ waits }).id);
  });

  it.each(['merchant', 'warehouse', 'buyer', 'carrier', 'platform'] as const)('stops no clock of the %s', (of) => {
    expect(heard({ waits: [waited(20)], of }).dueAt).toBe(minute(60));
  });

  it('that is heard of late takes a miss back, and one after the due time does not', () => {
    const own = heard({});
    const ticks: TickFact[] = [{ fact: 'tick', deadlineId: own.id, phase: 'due', count: 0, at: minute(60) }];
    expect(heard({ ticks }).missed).toBe(true);
    expect(heard({ ticks, waits: [waited(70)] }).missed).toBe(true);
    expect(heard({ ticks, waits: [waited(50)] }).missed).toBe(false);
  });

  it('does not last beyond what meets the deadline', () => {
    expect(heard({ waits: [waited(20)], metAt: minute(30) })).toMatchObject({ dueAt: minute(70), missed: false });
    expect(heard({ waits: [waited(20, 100)], metAt: minute(150) })).toMatchObject({ dueAt: minute(140), missed: true });
  });
});

describe('what is told of a pause', () => {
  it('is that the clock stands still, and then where it moved', () => {
    const { hear } = createTeller();
    const opened = dataOf(hear(heard({})), 'Deadline Opened');
    const pausedId = heard({ waits: [waited(20)] }).id;

    expect(dataOf(hear(heard({ waits: [waited(20)] })), 'Deadline Paused')).toEqual({
      deadlineId: pausedId,
      kind: 'exception-contact',
      subject: 'case',
      openedAt: minute(0),
      pausedSince: minute(20),
      replaces: opened.deadlineId,
    });
    expect(hear(heard({ waits: [waited(20)] }))).toEqual([]);
    const moved = dataOf(hear(heard({ waits: [waited(20, 100)] })), 'Deadline Moved');
    expect([moved.replaces, moved.dueAt]).toEqual([pausedId, minute(140)]);
    expect(dataOf(hear(heard({ waits: [waited(20, 100)], metAt: minute(120) })), 'Deadline Met').dueAt).toBe(
      minute(140),
    );
  });

  it('names nothing that it replaces where the clock was paused when it was first heard of', () => {
    const { hear } = createTeller();
    expect(dataOf(hear(heard({ waits: [waited(0)] })), 'Deadline Paused')).not.toHaveProperty('replaces');
  });

  it('is that the clock stopped, if it is no longer due', () => {
    const { hear, told } = createTeller();
    hear(heard({ waits: [waited(20)] }));
    const gone = tell({ record: 'r', version: 9, occurredAt: minute(9) }, told(), deadlineTellings({}, told(), rules));
    expect(dataOf(gone.changes, 'Deadline Cancelled').deadlineId).toBe(heard({ waits: [waited(20)] }).id);
  });
});

describe('a reminder', () => {
  const remindedAt = (deadline: Deadline, at: number) => ticksDue({ [deadline.id]: deadline }, minute(at));

  it('is told once per opening, over a pause and the move that ends it', () => {
    const { hear, told } = createTeller();
    hear(heard({}));
    const ticks = remindedAt(heard({}), 30);
    dataOf(hear(heard({ ticks })), 'Deadline Approaching');

    dataOf(hear(heard({ ticks, waits: [waited(40)] })), 'Deadline Paused');
    const moved = heard({ ticks, waits: [waited(40, 100)] });
    dataOf(hear(moved), 'Deadline Moved');
    expect(moved).toMatchObject({ reminded: true, nextStrike: { phase: 'due', at: minute(120) } });
    const statements = ticks.map((fact) => ({
      fact,
      at: fact.at,
      claimedAt: fact.at,
      order: fact.at,
      from: 'backhaul',
      receivedAt: fact.at,
      version: -1,
      id: 't/0',
    }));
    const story = clockStory({ deadlines: { [moved.id]: moved } }, statements, told());
    expect(story.map(({ code }) => code)).toEqual(['deadline-opened', 'deadline-reminder', 'deadline-moved']);
  });

  it('of a platform’s deadline is told again only where that is due at another time', () => {
    const { hear } = createTeller();
    const set = (since: number, due: number, ticks: readonly TickFact[] = []) =>
      deadlineOf(
        {
          record: 'test:a:C1',
          kind: 'platform-decision',
          clock: { subject: 'decision', openedAt: minute(since), dueAt: minute(due), setBy: 'platform' },
        },
        ticks,
        rule,
      );
    const ticks = remindedAt(set(0, 60), 30);
    expect(hear(set(0, 60, ticks)).map(({ type }) => type)).toEqual(['Deadline Opened', 'Deadline Approaching']);
    expect(set(40, 120, ticks)).toMatchObject({ reminded: false, nextStrike: { phase: 'reminder', at: minute(90) } });
    dataOf(hear(set(40, 120, ticks)), 'Deadline Moved');
    dataOf(hear(set(50, 60, ticks)), 'Deadline Moved');
  });

  it('waits for its time after the pause, where that began before it', () => {
    const moved = heard({ waits: [waited(20, 100)] });
    expect(moved.nextStrike).toEqual({ phase: 'reminder', count: 0, at: minute(110) });
  });

  it('of an earlier release, which is known by the deadline’s id, is not told again', () => {
    const deadline = heard({});
    const [tick] = remindedAt(deadline, 30);
    const { opening: _opening, ...former } = tick as TickFact;
    const told = { [`approaching/${deadline.id}`]: { times: 1, hash: 'told' } };
    const tellings = deadlineTellings({ deadlines: { [deadline.id]: heard({ ticks: [former] }) } }, told, rules);
    expect(
      tell({ record: 'r', version: 1, occurredAt: minute(1) }, told, tellings).changes.map(({ type }) => type),
    ).toEqual(['Deadline Opened']);
  });
});

describe('the story of a clock', () => {
  it('says since when it stands still', () => {
    const paused = heard({ waits: [waited(20)] });
    const lines = clockStory({ deadlines: { [paused.id]: paused } }, [], {});
    expect(lines.map(({ code, at }) => [code, at])).toEqual([
      ['deadline-opened', minute(0)],
      ['deadline-paused', minute(20)],
    ]);
  });
});
