import * as z from 'zod';
import { recordEvent } from '../record/event.ts';
import { count, instant, text, type Value } from '../record/values.ts';

/** One clock runs for each kind and subject; `deadlineId` is another one whenever its times are. */
const clock = { topic: 'deadline', by: ['kind', 'subject'] } as const;
const breach = { topic: 'breach', by: ['kind', 'subject'] } as const;

const name = {
  deadlineId: text.describe('the id of the deadline; another one whenever its times are'),
  kind: text.describe("what has to happen, as `refund`: docs/glossary.md, 'Deadline kinds'"),
  subject: text.describe(
    'what it is about: a tracking number, `case`, or of `platform-decision` what the platform calls it',
  ),
};
const dueAt = instant.describe('by when it has to happen');
const lateAt = z.exactOptional(instant).describe('when it happened after all, as far as it is known');
const notice = {
  ...name,
  openedAt: instant.describe('from when it is counted'),
  remindAt: instant.describe('when *Deadline Approaching* is told, unless it happened by then'),
  dueAt,
  setBy: z.enum(['policy', 'platform']).meta({
    id: 'DeadlineSetter',
    description: "Whose deadline it is: the merchant's policy, or the platform, whose own is never moved by us.",
  }),
  escalateEverySeconds: count.describe('how long after it was due, and again after that, a breach is told again'),
  escalations: count.describe('how often it is told again at most'),
};

export const deadlineEvents = {
  'Deadline Opened': recordEvent('A clock started.', notice, clock),
  'Deadline Moved': recordEvent(
    'A clock runs to another time; the earlier one no longer counts.',
    { ...notice, replaces: text.describe('the `deadlineId` that no longer counts') },
    clock,
  ),
  'Deadline Paused': recordEvent(
    'A clock stands still while the buyer is waited for, and has no due time; *Deadline Moved* says when it runs again. An earlier due time of it no longer counts.',
    {
      ...name,
      openedAt: notice.openedAt,
      pausedSince: instant.describe('since when the buyer is waited for'),
      replaces: z.exactOptional(text).describe('the `deadlineId` that no longer counts, if it ran before'),
    },
    clock,
  ),
  'Deadline Cancelled': recordEvent('A clock stopped because what it waited for is no longer due.', name, clock),
  'Deadline Approaching': recordEvent('A deadline is near and not met.', { ...name, dueAt }),
  'Deadline Missed': recordEvent(
    'By all that is recorded, a deadline was not met; told again at each escalation.',
    {
      ...name,
      dueAt,
      escalation: count.describe('how often it was told again: 0 when it is told first'),
      metAt: lateAt,
    },
    breach,
  ),
  'Deadline Breach Withdrawn': recordEvent(
    'A late fact shows that a deadline told as missed was met.',
    { ...name, metAt: z.exactOptional(instant).describe('when it was met, where the deadline itself still stands') },
    breach,
  ),
  'Deadline Met': recordEvent(
    'What the clock waited for happened in time.',
    { ...name, dueAt, metAt: instant.describe('when it happened') },
    clock,
  ),
};

/** A deadline as it is told. */
export type DeadlineNotice = Value<(typeof deadlineEvents)['Deadline Opened']['data']>;
