import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Calendar, type Day, type Hours, weekdays } from '#shared/returns/deadlines/calendar.ts';
import { type Clock, type DeadlineRow, parties, type Wait } from '#shared/returns/deadlines/clock.ts';
import { clockTimeOf } from '#shared/returns/deadlines/clock-time.ts';
import { platformClock } from '#shared/returns/deadlines/platform-clock.ts';
import { type Instant, instantOf, millisOf } from '#shared/returns/record/instant.ts';
import { runs } from './runs.ts';

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;
const begin = Date.UTC(2026, 2, 20);
const days = 30;

/** Zones that change their clocks within these days, on different sides, and some that never do. */
const timeZones = [
  'Asia/Shanghai',
  'Europe/Berlin',
  'America/New_York',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'UTC',
];

const moment = fc.integer({ min: 0, max: days * 24 * 60 }).map((minutes) => instantOf(begin + minutes * minuteMs));
const day = fc.integer({ min: 0, max: days }).map((count): Day => instantOf(begin + count * dayMs).slice(0, 10));

/** Hours of a day, in quarters of an hour: two spans at most, which may touch. */
const hours: fc.Arbitrary<Hours> = fc
  .uniqueArray(fc.integer({ min: 0, max: 96 }), { minLength: 0, maxLength: 4 })
  .map((quarters) => {
    const times = quarters.toSorted((a, b) => a - b).map(wallText);
    return times.flatMap((time, index) => (index % 2 === 1 ? [`${times[index - 1]}-${time}`] : []));
  });

function wallText(quarter: number): string {
  const two = (count: number) => String(count).padStart(2, '0');
  return `${two(Math.floor(quarter / 4))}:${two((quarter % 4) * 15)}`;
}

const span = fc
  .tuple(moment, moment)
  .map(([one, other]) => (one < other ? { from: one, to: other } : { from: other, to: one }));

const calendar: fc.Arbitrary<Calendar> = fc.record({
  hours: fc.record({ workday: hours.filter((each) => each.length > 0), restday: hours, holiday: hours }),
  restDays: fc.subarray([...weekdays], { maxLength: 6 }),
  publicDays: fc.record({
    source: fc.constant('test'),
    from: fc.constant('2026-01-01'),
    until: fc.constant('2026-12-31'),
    holidays: fc.uniqueArray(day, { maxLength: 8 }),
    workdays: fc.uniqueArray(day, { maxLength: 4 }),
  }),
  ownDays: fc.dictionary(day, hours, { maxKeys: 4 }),
  notices: fc.array(
    fc.tuple(fc.constantFrom('doudian', 'shopify'), span).map(([source, { from, to }]) => ({
      source,
      link: 'https://platform.example/notice',
      from,
      to,
    })),
    { maxLength: 3 },
  ),
});

/** The last one may still last. */
const waits: fc.Arbitrary<readonly Wait[]> = fc
  .tuple(fc.array(span, { maxLength: 4 }), fc.option(moment, { nil: undefined }))
  .map(([ended, open]) => [...ended, ...(open ? [{ from: open }] : [])]);

const world = fc.record({
  calendar,
  waits,
  timeZone: fc.constantFrom(...timeZones),
  openedAt: moment,
  minutes: fc.integer({ min: 1, max: 600 }),
  remindBefore: fc.integer({ min: 0, max: 24 * 60 }),
});
type World = typeof world extends fc.Arbitrary<infer W> ? W : never;
type Whose = Pick<DeadlineRow, 'of' | 'roundTheClock' | 'followsNotices'>;

const ofTeam: Whose = { of: 'team' };
const whose = fc.record(
  { of: fc.constantFrom(...parties), roundTheClock: fc.constant(true), followsNotices: fc.constant(true) },
  { requiredKeys: ['of'] },
) as fc.Arbitrary<Whose>;

interface Facts {
  readonly minutes?: number;
  readonly waits?: readonly Wait[];
  readonly metAt?: Instant;
}

function clockIn(world: World, row: Whose, facts: Facts = {}): Clock {
  const { minutes = world.minutes, waits: heard = world.waits, metAt } = facts;
  const rule = {
    dueAfterMinutes: minutes,
    remindBeforeMinutes: world.remindBefore,
    escalateEveryMinutes: 60,
    escalations: 1,
  };
  const rules = { calendars: [{ from: instantOf(0), calendar: world.calendar }], timeZone: world.timeZone };
  return clockTimeOf(row, rule, { source: 'doudian', waits: heard }, rules).clock({
    subject: 'case',
    openedAt: world.openedAt,
    metAt,
  });
}

const wallClocks = new Map(
  timeZones.map((timeZone) => [
    timeZone,
    new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' }),
  ]),
);

/** Whether time passed for a team in the minute before a moment: its zone's clocks say so, and the calendar, read as a person would. */
function isWorkedBefore(
  at: Instant,
  { calendar: { hours: byClass, restDays, publicDays, ownDays }, timeZone }: World,
): boolean {
  const [date = '', time = ''] = (wallClocks.get(timeZone) as Intl.DateTimeFormat)
    .format(millisOf(at) - minuteMs)
    .split(' ');
  const isRest = restDays.some((each) => each === weekdays[new Date(`${date}T00:00:00Z`).getUTCDay()]);
  const byWeekday = isRest && !publicDays?.workdays.includes(date) ? 'restday' : 'workday';
  const spans = ownDays[date] ?? byClass[publicDays?.holidays.includes(date) ? 'holiday' : byWeekday];
  return spans.some((each) => {
    const [from = '', to = ''] = each.split('-');
    return from <= time && time < to;
  });
}

function isWithin(at: Instant, { from, to }: Wait): boolean {
  return at > from && (to === undefined || at <= to);
}

const all = runs(1_000);

describe('a deadline by any calendar, with any notices and pauses', () => {
  it('of a team is never due, nor reminded of, in a pause or outside its hours', () => {
    const seen = { due: 0, paused: 0 };
    fc.assert(
      fc.property(world, (each) => {
        const { dueAt, remindAt, pausedSince } = clockIn(each, ofTeam);
        expect(dueAt === undefined).toBe(pausedSince !== undefined);
        expect(remindAt === undefined).toBe(dueAt === undefined);
        if (dueAt && remindAt) {
          expect(each.waits.filter((wait) => isWithin(dueAt, wait))).toEqual([]);
          expect(isWorkedBefore(dueAt, each)).toBe(true);
          expect(
            each.waits.filter((wait) => isWithin(remindAt, wait) && remindAt > each.openedAt && wait.to !== remindAt),
          ).toEqual([]);
          expect(remindAt >= each.openedAt && remindAt <= dueAt).toBe(true);
        }
        seen[dueAt ? 'due' : 'paused'] += 1;
      }),
      all,
    );
    expect(Math.min(seen.due, seen.paused)).toBeGreaterThan(runs(1_000).numRuns / 20);
  });

  it('is paused only while the buyer is waited for, and since just then', () => {
    fc.assert(
      fc.property(world, whose, (each, row) => {
        const { pausedSince, openedAt } = clockIn(each, row);
        const isPaused = pausedSince !== undefined;
        const open = each.waits.find(({ to }) => to === undefined);
        expect(isPaused && (row.of !== 'team' || !open)).toBe(false);
        expect(isPaused && pausedSince < openedAt).toBe(false);
        expect(isPaused && open && pausedSince > open.from && pausedSince > openedAt).not.toBe(true);
      }),
      all,
    );
  });

  it('is never due before its minutes have passed, and later the more of them there are', () => {
    fc.assert(
      fc.property(world, whose, fc.integer({ min: 0, max: 600 }), (each, row, more) => {
        const dueAt = clockIn(each, row).dueAt;
        const later = clockIn(each, row, { minutes: each.minutes + more }).dueAt;
        if (dueAt) {
          expect(millisOf(dueAt) - millisOf(each.openedAt)).toBeGreaterThanOrEqual(each.minutes * minuteMs);
          expect(later === undefined || later >= dueAt).toBe(true);
        } else {
          expect(later).toBeUndefined();
        }
      }),
      all,
    );
  });

  it('moves once however often, and in whatever order, what moves it is heard', () => {
    fc.assert(
      fc.property(
        world.chain((each) =>
          fc.tuple(
            fc.constant(each),
            fc.shuffledSubarray([...each.waits, ...each.waits], { minLength: each.waits.length * 2 }),
          ),
        ),
        whose,
        ([each, twice], row) => {
          expect(clockIn(each, row, { waits: twice })).toEqual(clockIn(each, row));
        },
      ),
      all,
    );
  });

  it('of a team moves by no more than it was waited, and never to an earlier time', () => {
    fc.assert(
      fc.property(world, span, (each, wait) => {
        const own: World = { ...each, waits: each.waits.filter(({ to }) => to !== undefined) };
        const before = clockIn(own, ofTeam).dueAt as Instant;
        const after = clockIn(own, ofTeam, { waits: [...own.waits, wait] }).dueAt as Instant;
        expect(after >= before).toBe(true);
        const always: World = { ...own, calendar: { ...own.calendar, hours: wholeDays, ownDays: {} } };
        const [without, withIt] = [[], [wait]].map((some) => clockIn(always, ofTeam, { waits: some }).dueAt as Instant);
        const waited = millisOf(wait.to) - millisOf(wait.from);
        expect(millisOf(withIt as Instant) - millisOf(without as Instant)).toBeLessThanOrEqual(waited);
      }),
      all,
    );
  });

  it('that is met has its due time for good, whatever is waited for afterwards', () => {
    fc.assert(
      fc.property(world, fc.nat({ max: 5 * 24 * 60 }), span, (each, passed, wait) => {
        const metAt = instantOf(millisOf(each.openedAt) + passed * minuteMs);
        const met = clockIn(each, ofTeam, { metAt });
        expect(met.dueAt).toBeDefined();
        const later = { from: wait.from < metAt ? metAt : wait.from };
        expect(clockIn(each, ofTeam, { metAt, waits: [...each.waits, later] })).toEqual(met);
        const open = clockIn(each, ofTeam);
        expect(
          open.dueAt === undefined || (open.dueAt < metAt && met.dueAt === open.dueAt) || metAt <= open.dueAt,
        ).toBe(true);
      }),
      all,
    );
  });

  it('of a platform is due when the platform says, and at no other time', () => {
    fc.assert(
      fc.property(moment, moment, (since, dueAt) => {
        expect(platformClock('case', { since, dueAt }, undefined)).toEqual([
          { subject: 'case', openedAt: since, dueAt, setBy: 'platform' },
        ]);
      }),
      runs(50),
    );
  });
});

const wholeDay: Hours = ['00:00-24:00'];
const wholeDays = { workday: wholeDay, restday: wholeDay, holiday: wholeDay };
