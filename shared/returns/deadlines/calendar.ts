import { type Instant, millisOf } from '../record/instant.ts';
import type { Span } from './spans.ts';
import { momentOf, wallTimeOf } from './time-zone.ts';

/** A day, `YYYY-MM-DD`, in the merchant's time zone. */
export type Day = string;
/** Of a day, `09:00-18:00`; at most until `24:00`, several in their order. */
export type Hours = readonly string[];

export const dayClasses = ['workday', 'restday', 'holiday'] as const;
export type DayClass = (typeof dayClasses)[number];

export const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const;
export type Weekday = (typeof weekdays)[number];

/** What a country's government says of its days, for the years that it has spoken of; before and after, all days are as their weekday is. */
export interface PublicDays {
  /** Who says so, with the version. */
  readonly source: string;
  readonly from: Day;
  readonly until: Day;
  readonly holidays: readonly Day[];
  /** Days of rest on which one works in a holiday's stead. */
  readonly workdays: readonly Day[];
}

/** A platform's word that its times stand still, as over the Spring Festival. */
export interface PlatformNotice {
  readonly source: string;
  /** Where the platform says so. */
  readonly link: string;
  readonly from: Instant;
  readonly to: Instant;
}

/** When a merchant's team works, written out: nothing of it is asked of a library. */
export interface Calendar {
  readonly hours: Readonly<Record<DayClass, Hours>>;
  readonly restDays: readonly Weekday[];
  readonly publicDays?: PublicDays;
  /** The merchant's own days, over all others; without hours, nobody works. */
  readonly ownDays: Readonly<Record<Day, Hours>>;
  readonly notices: readonly PlatformNotice[];
}

/** A calendar from the moment on at which it took effect. */
export interface CalendarInForce {
  readonly from: Instant;
  readonly calendar: Calendar;
}

const allDay = '00:00-24:00';

/** At all hours of all days: what held before there were calendars. */
export const roundTheClock: Calendar = {
  hours: { workday: [allDay], restday: [allDay], holiday: [allDay] },
  restDays: [],
  ownDays: {},
  notices: [],
};

/** The calendar that was in force at a moment; of what was before the first, the first. */
export function calendarAt(calendars: readonly CalendarInForce[], at: Instant): Calendar {
  return (calendars.findLast(({ from }) => from <= at) ?? calendars[0])?.calendar ?? roundTheClock;
}

/** Further ahead nothing is looked for, so that no calendar takes for ever. */
const mostDays = 3660;
const dayMs = 86_400_000;
export const mostMs = mostDays * dayMs;

/** The hours in which somebody works, from a moment on, some ten years far. */
export function* workingTime(from: Instant, calendar: Calendar, timeZone: string): Generator<Span> {
  const begin = millisOf(from);
  if (isAlways(calendar)) {
    yield { from: begin, to: Number.POSITIVE_INFINITY };
    return;
  }
  const today = Math.floor(wallTimeOf(begin, timeZone) / dayMs) * dayMs;
  for (let count = 0; count < mostDays; count += 1) {
    const day = today + count * dayMs;
    for (const hours of hoursOf(day, calendar)) {
      const [opens, closes] = wallTimesOf(hours).map((wall) => momentOf(day + wall, timeZone)) as [number, number];
      if (closes > begin) {
        yield { from: Math.max(opens, begin), to: closes };
      }
    }
  }
}

function isAlways({ hours, ownDays }: Calendar): boolean {
  return [...Object.values(hours), ...Object.values(ownDays)].every((each) => each.length === 1 && each[0] === allDay);
}

function hoursOf(day: number, calendar: Calendar): Hours {
  const name = new Date(day).toISOString().slice(0, 10);
  const { ownDays, hours } = calendar;
  return Object.hasOwn(ownDays, name) ? (ownDays[name] ?? []) : hours[classOf(name, day, calendar)];
}

function classOf(name: Day, day: number, { publicDays, restDays }: Calendar): DayClass {
  if (publicDays?.holidays.includes(name)) {
    return 'holiday';
  }
  const weekday = weekdays[new Date(day).getUTCDay()];
  const isRest = restDays.some((each) => each === weekday);
  return isRest && !publicDays?.workdays.includes(name) ? 'restday' : 'workday';
}

/** Begin and end of a day's hours, in milliseconds after midnight by the clock on the wall. */
export function wallTimesOf(hours: string): number[] {
  return hours.split('-').map((time) => {
    const [hour = 0, minute = 0] = time.split(':').map(Number);
    return (hour * 60 + minute) * 60_000;
  });
}
