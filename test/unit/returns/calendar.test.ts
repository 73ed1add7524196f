import { describe, expect, it } from 'vitest';
import { type Calendar, type CalendarInForce, calendarAt, roundTheClock } from '#shared/returns/deadlines/calendar.ts';
import type { DeadlineRow } from '#shared/returns/deadlines/clock.ts';
import { clockTimeOf, type TimeBasis } from '#shared/returns/deadlines/clock-time.ts';
import { type Instant, toInstant } from '#shared/returns/record/instant.ts';

/** Ten to six from Monday to Friday, with a break at noon; ten to two at the weekend; nobody on a holiday. */
const calendar: Calendar = {
  hours: { workday: ['10:00-12:00', '13:00-18:00'], restday: ['10:00-14:00'], holiday: [] },
  restDays: ['saturday', 'sunday'],
  publicDays: {
    source: 'test',
    from: '2026-01-01',
    until: '2026-12-31',
    holidays: ['2026-10-01', '2026-10-02', '2026-10-03', '2026-10-04'],
    workdays: ['2026-10-10'],
  },
  ownDays: { '2026-11-10': [], '2026-11-11': ['00:00-24:00'] },
  notices: [
    {
      source: 'doudian',
      link: 'https://platform.example/notice',
      from: '2026-02-14T16:00:00.000Z' as Instant,
      to: '2026-02-22T16:00:00.000Z' as Instant,
    },
  ],
};

const rule = { dueAfterMinutes: 60, remindBeforeMinutes: 30, escalateEveryMinutes: 60, escalations: 3 };
type Whose = Pick<DeadlineRow, 'of' | 'roundTheClock' | 'followsNotices'>;

interface Wish {
  readonly whose?: Whose;
  readonly basis?: TimeBasis;
  readonly of?: Calendar;
  readonly timeZone?: string;
}

/** When a clock that opened then, for so many minutes, reminds and is due. All times as `2026-10-08 09:30+08:00`. */
function timesOf(openedAt: string, minutes: number, wish: Wish = {}) {
  const { whose = { of: 'team' }, basis = {}, of = calendar, timeZone = 'Asia/Shanghai' } = wish;
  const calendars = [{ from: instantFrom('2020-01-01 00:00Z'), calendar: of }];
  const { clock } = clockTimeOf(whose, rule, basis, { calendars, timeZone });
  return clock({ subject: 'case', openedAt: instantFrom(openedAt), minutes });
}

function instantFrom(text: string): Instant {
  const instant = toInstant(text.replace(' ', 'T'));
  if (!instant) {
    throw new Error(`no time: ${text}`);
  }
  return instant;
}

describe('a clock of a team', () => {
  it.each([
    ['within its hours', '2026-09-28 10:30+08:00', 60, '2026-09-28 11:30+08:00'],
    ['up to the very end of them', '2026-09-28 17:00+08:00', 60, '2026-09-28 18:00+08:00'],
    ['over the break at noon', '2026-09-28 11:30+08:00', 60, '2026-09-28 13:30+08:00'],
    ['over night', '2026-09-28 17:30+08:00', 60, '2026-09-29 10:30+08:00'],
    ['from its first hour, when it opened at night', '2026-09-28 23:00+08:00', 60, '2026-09-29 11:00+08:00'],
    ['over a weekend of short days', '2026-09-25 17:00+08:00', 9 * 60, '2026-09-27 14:00+08:00'],
    ['over holidays', '2026-09-30 17:30+08:00', 60, '2026-10-05 10:30+08:00'],
    ['on a Saturday that makes up for a holiday', '2026-10-10 16:00+08:00', 60, '2026-10-10 17:00+08:00'],
    ['not on a day off of the merchant’s own', '2026-11-09 17:30+08:00', 60, '2026-11-11 00:30+08:00'],
    ['on such a day at all hours', '2026-11-11 03:00+08:00', 60, '2026-11-11 04:00+08:00'],
    ['on into the next, whose hours are as ever', '2026-11-11 23:30+08:00', 60, '2026-11-12 10:30+08:00'],
    [
      'by the weekday alone, where nothing is known of its days',
      '2027-10-01 10:00+08:00',
      60,
      '2027-10-01 11:00+08:00',
    ],
    ['over several weeks', '2026-03-02 10:00+08:00', 4 * 43 * 60, '2026-03-29 14:00+08:00'],
  ])('counts %s', (_, openedAt, minutes, dueAt) => {
    expect(timesOf(openedAt, minutes).dueAt).toBe(instantFrom(dueAt));
  });

  it('reminds in its hours, too, and when it opens where less time is left than that', () => {
    expect(timesOf('2026-09-28 17:45+08:00', 60).remindAt).toBe(instantFrom('2026-09-29 10:15+08:00'));
    expect(timesOf('2026-09-28 11:00+08:00', 20).remindAt).toBe(instantFrom('2026-09-28 11:00+08:00'));
    expect(timesOf('2026-09-28 23:00+08:00', 20).remindAt).toBe(instantFrom('2026-09-29 10:00+08:00'));
  });

  it('runs at all hours where its kind does, as what a machine answers', () => {
    const whose: Whose = { of: 'team', roundTheClock: true };
    expect(timesOf('2026-10-01 03:00+08:00', 60, { whose }).dueAt).toBe(instantFrom('2026-10-01 04:00+08:00'));
  });

  it('runs day and night by a calendar that says nothing else', () => {
    expect(timesOf('2026-10-01 23:30+08:00', 60, { of: roundTheClock }).dueAt).toBe(
      instantFrom('2026-10-02 00:30+08:00'),
    );
  });

  it('is due in the end, though the calendar has no hours at all, which no policy may', () => {
    const of = { ...calendar, hours: { workday: [], restday: [], holiday: [] }, ownDays: {} };
    expect(timesOf('2026-01-01 00:00Z', 60, { of }).dueAt?.slice(0, 4)).toBe('2036');
  });
});

describe('a clock of anybody else', () => {
  it.each(['merchant', 'warehouse', 'buyer', 'carrier', 'platform'] as const)('counts all hours of the %s', (of) => {
    expect(timesOf('2026-10-01 23:30+08:00', 60, { whose: { of } }).dueAt).toBe(instantFrom('2026-10-02 00:30+08:00'));
  });

  const ofAppeal: Whose = { of: 'merchant', followsNotices: true };

  it('stands still while a notice of its platform holds, where it stands for that one’s time', () => {
    const dueAt = (whose: Whose, source: string) =>
      timesOf('2026-02-14 12:00Z', 10 * 60, { whose, basis: { source } }).dueAt;

    expect(dueAt(ofAppeal, 'doudian')).toBe(instantFrom('2026-02-22 22:00Z'));
    expect(dueAt(ofAppeal, 'shopify')).toBe(instantFrom('2026-02-14 22:00Z'));
    expect(dueAt({ of: 'merchant' }, 'doudian')).toBe(instantFrom('2026-02-14 22:00Z'));
  });
});

describe('a day whose clocks are changed', () => {
  const of = {
    ...roundTheClock,
    hours: { ...roundTheClock.hours, workday: ['02:30-03:30', '08:00-24:00'] },
    restDays: [],
  };
  const timeZone = 'Europe/Berlin';

  it.each([
    ['has no hour that is leapt over', '2026-03-29 00:00Z', 30, '2026-03-29 01:30Z'],
    ['goes on after it by the new time', '2026-03-29 00:00Z', 60, '2026-03-29 06:30Z'],
    ['has an hour that comes twice just as often', '2026-10-24 22:00Z', 120, '2026-10-25 02:30Z'],
    ['ends at its own midnight', '2026-03-29 06:00Z', 16 * 60 + 10, '2026-03-30 00:40Z'],
  ])('%s', (_, openedAt, minutes, dueAt) => {
    expect(timesOf(openedAt, minutes, { of, timeZone }).dueAt).toBe(instantFrom(dueAt));
  });

  it('has 23 or 25 hours for who works at all of them', () => {
    const whole = { ...roundTheClock, ownDays: { '2026-01-01': [] } };
    const dueAt = (openedAt: string) => timesOf(openedAt, 24 * 60, { of: whole, timeZone }).dueAt;
    expect(dueAt('2026-03-28 23:00Z')).toBe(instantFrom('2026-03-29 23:00Z'));
    expect(dueAt('2026-10-24 22:00Z')).toBe(instantFrom('2026-10-25 22:00Z'));
  });
});

describe('calendarAt', () => {
  const [first, second] = ['2026-01-01 00:00Z', '2027-01-01 00:00Z'].map((from, index) => ({
    from: instantFrom(from),
    calendar: { ...calendar, ownDays: { [`2026-0${index + 1}-01`]: [] } },
  })) as unknown as readonly [CalendarInForce, CalendarInForce];

  it('gives what was in force, and the first for what was before', () => {
    const at = (text: string) => calendarAt([first, second], instantFrom(text));
    expect(at('2025-06-01 00:00Z')).toBe(first.calendar);
    expect(at('2026-12-31 23:59Z')).toBe(first.calendar);
    expect(at('2027-01-01 00:00Z')).toBe(second.calendar);
  });
});
