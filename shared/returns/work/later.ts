import { type Refusal, wrong } from '../acts/refusal.ts';
import { type Instant, millisOf } from '../record/instant.ts';

/** Beyond it somebody mistyped the year. */
const mostDays = 90;

/** A time that is to come has passed, or is too far off. @param now - When the act is taken. */
export function notLater(until: Instant, now: Instant): Refusal | undefined {
  if (until <= now) {
    return wrong('time-passed', '时间已经过去', 'the time has passed');
  }
  const days = (millisOf(until) - millisOf(now)) / 86_400_000;
  return days > mostDays
    ? wrong('too-far-off', `最多 ${mostDays} 天以后`, `at most ${mostDays} days ahead`)
    : undefined;
}
