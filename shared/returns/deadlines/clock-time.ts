import { addMillis, type Instant, instantOf, millisOf } from '../record/instant.ts';
import { type Calendar, type CalendarInForce, calendarAt, mostMs, workingTime } from './calendar.ts';
import type { Clock, ClockTime, DeadlineRow, DeadlineRule, Opening, Wait } from './clock.ts';
import { mergedSpans, passedAt, type Span } from './spans.ts';

/** What decides how a record's time is counted. */
export interface TimeRules {
  /** Each from when it took effect, in their order: a clock goes by the one in force when it opened. */
  readonly calendars: readonly CalendarInForce[];
  /** The merchant's, by which days are counted. */
  readonly timeZone: string;
}

/** Of which store a record is, and when the buyer was waited for. */
export interface TimeBasis {
  readonly source?: string;
  readonly waits?: readonly Wait[];
}

type Whose = Pick<DeadlineRow, 'of' | 'roundTheClock' | 'followsNotices'>;

/** How time is counted for a kind of deadline of a record. */
export function clockTimeOf(whose: Whose, rule: DeadlineRule, basis: TimeBasis, rules: TimeRules): ClockTime {
  return { rule, clock: (opening) => clockOf(opening, { whose, rule, basis, rules }) };
}

interface Counting {
  readonly whose: Whose;
  readonly rule: DeadlineRule;
  readonly basis: TimeBasis;
  readonly rules: TimeRules;
}

function clockOf({ subject, openedAt, metAt, minutes }: Opening, counting: Counting): Clock {
  const { rule, whose, basis } = counting;
  const length = minutes ?? rule.dueAfterMinutes;
  const pauses = whose.of === 'team' ? pausesOf(basis, openedAt, metAt) : [];
  const after = timeFrom(openedAt, pauses, counting);
  const dueAt = after(length);
  const remindAt = dueAt && after(Math.max(0, length - rule.remindBeforeMinutes));
  return {
    subject,
    openedAt,
    ...(dueAt ? { dueAt, remindAt: remindAt ?? dueAt } : pausedIn(pauses)),
    setBy: 'policy',
    ...(metAt && { metAt }),
  };
}

type After = (minutes: number) => Instant | undefined;

/** Time as it counts from a moment on. There is no moment after so many minutes where it stands still before. */
function timeFrom(openedAt: Instant, pauses: readonly Span[], { whose, basis, rules }: Counting): After {
  const calendar = calendarAt(rules.calendars, openedAt);
  const off = mergedSpans([...pauses, ...(whose.followsNotices ? noticesOf(calendar, basis) : [])]);
  const begin = millisOf(openedAt);
  const isOfHours = whose.of === 'team' && !whose.roundTheClock;
  return (minutes) => {
    const counting = isOfHours
      ? workingTime(openedAt, calendar, rules.timeZone)
      : [{ from: begin, to: Number.POSITIVE_INFINITY }];
    const at = passedAt(minutes * 60_000, counting, off);
    return at === undefined ? lastOf(openedAt, pauses) : instantOf(at);
  };
}

/** Where hours are so few that nobody looked further ahead. */
function lastOf(openedAt: Instant, pauses: readonly Span[]): Instant | undefined {
  return pauses.some(isOpen) ? undefined : addMillis(openedAt, mostMs);
}

function pausedIn(pauses: readonly Span[]): Pick<Clock, 'pausedSince'> {
  const open = pauses.find(isOpen);
  return open ? { pausedSince: instantOf(open.from) } : {};
}

function isOpen({ to }: Span): boolean {
  return to === Number.POSITIVE_INFINITY;
}

/** When the buyer was waited for, from the opening on. Nothing is waited for any more once it is met. */
function pausesOf({ waits = [] }: TimeBasis, openedAt: Instant, metAt: Instant | undefined): Span[] {
  const end = metAt ? millisOf(metAt) : Number.POSITIVE_INFINITY;
  return mergedSpans(
    waits.map(({ from, to }) => ({
      from: Math.max(millisOf(from), millisOf(openedAt)),
      to: Math.min(to ? millisOf(to) : Number.POSITIVE_INFINITY, end),
    })),
  );
}

function noticesOf({ notices }: Calendar, { source }: TimeBasis): Span[] {
  return notices
    .filter((each) => each.source === source)
    .map(({ from, to }) => ({ from: millisOf(from), to: millisOf(to) }));
}
