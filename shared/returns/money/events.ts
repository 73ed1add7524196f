import * as z from 'zod';
import { event } from '../record/event.ts';
import { money } from '../record/money.ts';
import { by, instant, text } from '../record/values.ts';
import { moneyKinds } from './facts.ts';

const refund = { refundId: text, kind: z.enum(moneyKinds), amount: money, at: instant, by };

export const moneyEvents = {
  'Refund Completed': event('Money was paid.', refund),
  'Refund Failed': event('Money could not be paid.', { ...refund, reason: z.exactOptional(z.string()) }),
};
