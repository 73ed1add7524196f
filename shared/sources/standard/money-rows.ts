import * as z from 'zod';
import { aboutCase } from './case-ref.ts';
import { sentence, wordOf } from './code-or-text.ts';
import { caseName, id, longText, money, time } from './fields.ts';
import { type Row, row } from './row.ts';

const refunded = z.object({
  ...caseName,
  refundId: id,
  kind: z.enum(['goods-refund', 'freight-refund', 'return-freight', 'compensation']),
  amount: money,
  at: time,
  by: z.enum(['merchant', 'platform']),
  reason: longText.exactOptional(),
});

/** `refund.completed` and `refund.failed`: money that moved, or did not, elsewhere. */
export function refund(outcome: 'done' | 'failed'): Row {
  return row(refunded, (data, context) => {
    const { refundId, kind, amount, at, by } = data;
    const reason = wordOf(data.reason);
    const fact = { fact: 'refund', refundId, kind, amount, outcome, by, at, ...(reason && { reason }) } as const;
    return aboutCase(data, context, [fact], { person: sentence('refundReason', data.reason) });
  });
}
