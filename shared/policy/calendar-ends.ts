import { Fault } from '#shared/fault/fault.ts';
import { addMillis, type Instant, toInstant } from '#shared/returns/record/instant.ts';
import type { Policy } from './policy.ts';

const soonMs = 30 * 86_400_000;

/** What an admin should do about a calendar whose holidays are known for less than a month: what comes after counts as ordinary days. */
export function calendarEnds({ revision, calendar }: Policy, now: Instant): Fault | undefined {
  const until = calendar.publicDays?.until;
  const end = until && toInstant(`${until}T00:00:00Z`);
  if (!end || end > addMillis(now, soonMs)) {
    return undefined;
  }
  const advice =
    'deploy a release that has the days of the next year, or store a policy whose calendar.publicDays has them; until then they count as ordinary days';
  return new Fault('calendar-ends', `the calendar of policy ${revision} ends on ${until}`, { advice });
}
