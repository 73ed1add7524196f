import * as z from 'zod';
import { type DeadlineKind, deadlineKinds } from '#shared/returns/deadlines/part.ts';

const minutes = z
  .int()
  .min(1)
  .max(60 * 24 * 365);

const deadlineRule = z.strictObject({
  dueAfterMinutes: minutes,
  remindBeforeMinutes: z
    .int()
    .min(0)
    .max(60 * 24 * 365),
  escalateEveryMinutes: minutes,
  escalations: z.int().min(0).max(20),
});

/** What holds for a policy that was stored before there was this clock. */
export const usualAcknowledgement: z.infer<typeof deadlineRule> = {
  dueAfterMinutes: 60,
  remindBeforeMinutes: 30,
  escalateEveryMinutes: 2 * 60,
  escalations: 3,
};

const everyDeadline = Object.fromEntries(deadlineKinds.map((kind) => [kind, deadlineRule])) as Record<
  DeadlineKind,
  typeof deadlineRule
>;

/** What a merchant decides without a deployment; a versioned item over the bundled one. Minutes, and minor units of the merchant's currency. */
export const policySchema = z.strictObject({
  revision: z.string().min(1).max(60),
  deadlines: z.strictObject({
    ...everyDeadline,
    'warehouse-acknowledges': deadlineRule.default(usualAcknowledgement),
  }),
  /** The most that may be paid per case. */
  caps: z.strictObject({ compensation: z.int().min(0), returnFreight: z.int().min(0) }),
  /** Where goods go when the store did not say. */
  defaultWarehouse: z.string().min(1),
});
export type Policy = z.infer<typeof policySchema>;
