import * as z from 'zod';
import { caseKinds } from '#shared/returns/opening/facts.ts';
import { by, instant, maybeText, money, quantityWith } from './values.ts';

const line = quantityWith({
  lineId: z.string(),
  unitPrice: z.exactOptional(money),
  title: maybeText,
  category: maybeText,
});
const reasons = z.array(z.string());

export const caseEvents = {
  'Case Opened': z.strictObject({
    source: z.string(),
    shop: z.string(),
    caseId: z.string(),
    orderId: maybeText,
    kind: z.exactOptional(z.enum(caseKinds)),
    reason: maybeText,
    openedAt: instant,
    lines: z.array(line),
  }),
  'Case Decided': z.strictObject({
    decision: z.enum(['approved', 'declined', 'expired']),
    by: z.exactOptional(by),
    reason: maybeText,
    warehouseId: maybeText,
  }),
  'Case Withdrawn': z.strictObject({ by: z.exactOptional(by), reason: maybeText }),
  'Case Undecided': z.strictObject({ since: instant }),
  'Case Closed': z.strictObject({ closedAt: instant }),
  'Case Reopened': z.strictObject({ reopenedAt: instant }),
  'Case Needs Attention': z.strictObject({ reasons }),
  'Case Attention Cleared': z.strictObject({ reasons }),
};
