import * as z from 'zod';
import { by, instant, maybeText, money, moneyKind } from './values.ts';

const refund = { refundId: z.string(), kind: moneyKind, amount: money, at: instant, by };

export const moneyEvents = {
  'Refund Completed': z.strictObject(refund),
  'Refund Failed': z.strictObject({ ...refund, reason: maybeText }),
};
