import * as z from 'zod';
import { aboutCase } from './case-ref.ts';
import { sentence, wordOf } from './code-or-text.ts';
import { caseName, codeOrText, id, money, time } from './fields.ts';
import { type Row, row } from './row.ts';

const refunded = z.object({
  ...caseName,
  refundId: id.describe('your id of the payment, the same on every try at it: once it went through, no failure counts'),
  kind: z
    .enum(['goods-refund', 'freight-refund', 'return-freight', 'compensation'])
    .describe('what it pays for: [kinds of money](glossary.md#money-kinds)'),
  amount: money.describe('how much'),
  at: time.describe('when it went through, or failed'),
  by: z.enum(['merchant', 'platform']).describe('who paid, or tried to'),
  reason: codeOrText.exactOptional().describe('why it failed, or was paid'),
});

/** `refund.completed`. */
export const refundCompleted = refund('Money was paid, elsewhere: Backhaul pays nothing.', 'done');

/** `refund.failed`. */
export const refundFailed = refund('Money could not be paid.', 'failed');

function refund(summary: string, outcome: 'done' | 'failed'): Row {
  return row(
    summary,
    refunded,
    (data, context) => {
      const { refundId, kind, amount, at = context.at, by } = data;
      const reason = wordOf(data.reason);
      const fact = { fact: 'refund', refundId, kind, amount, outcome, by, at, ...(reason && { reason }) } as const;
      return aboutCase(data, context, [fact], { person: sentence('refundReason', data.reason) });
    },
    ['at'],
  );
}
