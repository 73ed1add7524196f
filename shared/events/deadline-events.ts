import * as z from 'zod';
import { count, instant } from './values.ts';

const subject = { deadlineId: z.string(), kind: z.string(), subject: z.string() };
const notice = {
  ...subject,
  openedAt: instant,
  remindAt: instant,
  dueAt: instant,
  setBy: z.enum(['policy', 'platform']),
  escalateEverySeconds: count,
  escalations: count,
};

export const deadlineEvents = {
  'Deadline Opened': z.strictObject(notice),
  'Deadline Moved': z.strictObject({ ...notice, replaces: z.string() }),
  'Deadline Cancelled': z.strictObject(subject),
  'Deadline Approaching': z.strictObject({ ...subject, dueAt: instant }),
  'Deadline Missed': z.strictObject({ ...subject, dueAt: instant, escalation: count, metAt: z.exactOptional(instant) }),
  'Deadline Breach Withdrawn': z.strictObject({ ...subject, metAt: z.exactOptional(instant) }),
  'Deadline Met': z.strictObject({ ...subject, dueAt: instant, metAt: instant }),
};
