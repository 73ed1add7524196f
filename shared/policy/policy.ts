import * as z from 'zod';
import { roundTheClock } from '#shared/returns/deadlines/calendar.ts';
import type { DeadlineRule } from '#shared/returns/deadlines/clock.ts';
import { type DeadlineKind, deadlineKinds, usualDeadlines } from '#shared/returns/deadlines/kinds.ts';
import { calendarSchema } from './calendar-schema.ts';

const minutes = z.int().max(60 * 24 * 365);

const deadlineRule = z.strictObject({
  /** Half a minute is the least. */
  dueAfterMinutes: z
    .number()
    .multipleOf(0.5)
    .min(0.5)
    .max(60 * 24 * 365),
  remindBeforeMinutes: minutes.min(0),
  escalateEveryMinutes: minutes.min(1),
  escalations: z.int().min(0).max(20),
}) satisfies z.ZodType<DeadlineRule>;

/** A policy that was stored before there was a kind says nothing of it: then the usual figures hold. */
const everyDeadline = Object.fromEntries(
  deadlineKinds.map((kind) => [kind, deadlineRule.default(usualDeadlines[kind])]),
) as Record<DeadlineKind, z.ZodDefault<typeof deadlineRule>>;

/** What a merchant decides without a deployment; a versioned item over the bundled one. Minutes, and minor units of the merchant's currency. */
export const policySchema = z.strictObject({
  revision: z.string().min(1).max(60),
  deadlines: z.strictObject(everyDeadline),
  /** The most that may be paid per case. */
  caps: z.strictObject({ compensation: z.int().min(0), returnFreight: z.int().min(0) }),
  /** Once a parcel was stocked in, the refund waits at most so long for the others. Policies of before have a week. */
  waitForParcelsMinutes: minutes.min(0).default(7 * 24 * 60),
  /** Returns without a reason: within how many days after signing, and of which categories never, where an item says nothing itself. */
  noReason: z
    .strictObject({ days: z.int().min(0).max(365), exemptCategories: z.array(z.string().min(1)) })
    .default({ days: 7, exemptCategories: [] }),
  /** When the team works. A policy of before says nothing of it: then its clocks run day and night. */
  calendar: calendarSchema.default(roundTheClock),
  /** Where goods go when the store did not say. */
  defaultWarehouse: z.string().min(1),
});
export type Policy = z.infer<typeof policySchema>;
