import * as z from 'zod';
import { caseEvent } from '../record/event.ts';
import { money } from '../record/money.ts';
import { by, instant, text } from '../record/values.ts';
import { moneyKind } from './facts.ts';

const refund = {
  refundId: text.describe("the sender's id of the payment, the same on every try at it"),
  kind: moneyKind,
  amount: money,
  at: instant.describe('when it went through, or failed'),
  by,
};

export const moneyEvents = {
  'Refund Completed': caseEvent(
    'Money was paid; told again where it came to another sum, 0 where none was paid after all.',
    refund,
    {
      topic: 'payment',
      by: ['refundId'],
    },
  ),
  'Refund Failed': caseEvent('Money could not be paid.', {
    ...refund,
    reason: z.exactOptional(z.string()).describe("why it failed, in the sender's word"),
  }),
};
