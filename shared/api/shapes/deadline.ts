import * as z from 'zod';
import { deadlineKinds } from '#shared/returns/deadlines/kinds.ts';
import { count, instant, text } from '#shared/returns/record/values.ts';

const strike = z.object({ phase: z.enum(['reminder', 'due', 'escalation']), count, at: instant });

export const deadline = z
  .object({
    deadlineId: text,
    kind: z.enum(deadlineKinds),
    subject: text.describe('a tracking number, `case`, or the platform’s own kind'),
    openedAt: instant,
    dueAt: z.exactOptional(instant),
    pausedSince: z.exactOptional(instant).describe('it stands still since then, and has no due time'),
    setBy: z.enum(['policy', 'platform']),
    metAt: z.exactOptional(instant),
    remindAt: z.exactOptional(instant),
    reminded: z.boolean(),
    missed: z.boolean(),
    overdue: z.boolean().describe('due, and not met, by the clock of who answers'),
    escalation: count,
    nextStrike: z.exactOptional(strike),
  })
  .meta({ id: 'Deadline', description: 'A deadline of a case.' });
