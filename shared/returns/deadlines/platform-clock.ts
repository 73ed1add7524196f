import type { Instant } from '../record/instant.ts';
import type { Clock, PlatformDeadline } from './clock.ts';

/**
 * The clock of a deadline that a platform set. Taken away in time, without having happened, it is over; what was missed by then stays missed. What
 * happened before the platform said so needs no clock.
 */
export function platformClock(
  subject: string,
  { since: openedAt, dueAt, removedAt }: PlatformDeadline,
  metAt: Instant | undefined,
): Clock[] {
  const isOver = removedAt && removedAt < dueAt && !(metAt && metAt <= removedAt);
  return isOver || (metAt && metAt < openedAt)
    ? []
    : [{ subject, openedAt, dueAt, setBy: 'platform', ...(metAt && { metAt }) }];
}
