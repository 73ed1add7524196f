import * as z from 'zod';
import { event } from '../record/event.ts';
import { count, instant, text, type Value } from '../record/values.ts';

/** One clock runs for each kind and subject; `deadlineId` is another one whenever its times are. */
const clock = { topic: 'deadline', by: ['kind', 'subject'] } as const;
const breach = { topic: 'breach', by: ['kind', 'subject'] } as const;

/** `subject`: what it is about within the case, a tracking number or `case`. */
const name = { deadlineId: text, kind: text, subject: text };
const notice = {
  ...name,
  openedAt: instant,
  remindAt: instant,
  dueAt: instant,
  /** Whose deadline it is; a platform's own is never moved by us. */
  setBy: z.enum(['policy', 'platform']),
  escalateEverySeconds: count,
  escalations: count,
};

export const deadlineEvents = {
  'Deadline Opened': event('A clock started.', notice, clock),
  'Deadline Moved': event(
    'A clock runs to another time; the earlier one no longer counts.',
    { ...notice, replaces: text },
    clock,
  ),
  'Deadline Cancelled': event('A clock stopped because what it waited for is no longer due.', name, clock),
  'Deadline Approaching': event('A deadline is near and not met.', { ...name, dueAt: instant }),
  'Deadline Missed': event(
    'By all that is recorded, a deadline was not met; told again at each escalation.',
    { ...name, dueAt: instant, escalation: count, metAt: z.exactOptional(instant) },
    breach,
  ),
  'Deadline Breach Withdrawn': event(
    'A late fact shows that a deadline told as missed was met.',
    { ...name, metAt: z.exactOptional(instant) },
    breach,
  ),
  'Deadline Met': event(
    'What the clock waited for happened in time.',
    { ...name, dueAt: instant, metAt: instant },
    clock,
  ),
};

/** A deadline as it is told. */
export type DeadlineNotice = Value<(typeof deadlineEvents)['Deadline Opened']['data']>;
