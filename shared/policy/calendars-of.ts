import type { CalendarInForce } from '#shared/returns/deadlines/calendar.ts';
import { instantOf } from '#shared/returns/record/instant.ts';
import type { Policy } from './policy.ts';

/** The calendar of one policy, as if it had always been in force. */
export function calendarsOf({ calendar }: Pick<Policy, 'calendar'>): readonly CalendarInForce[] {
  return [{ from: instantOf(0), calendar }];
}
