import * as z from 'zod';
import { fact } from '../record/fact.ts';
import { money } from '../record/money.ts';
import { by, text } from '../record/values.ts';

/** What a money action pays for (sop.md, node 5). */
export const moneyKinds = [
  'goods-refund',
  'freight-refund',
  'return-freight',
  'compensation',
  'deduction',
  'recovery',
] as const;
export type MoneyKind = (typeof moneyKinds)[number];
export const moneyKind = z.enum(moneyKinds).meta({ id: 'MoneyKind', description: 'What a payment is for.' });

export const moneyFacts = {
  refund: fact('refund', {
    refundId: text,
    kind: moneyKind,
    amount: money,
    outcome: z.enum(['done', 'failed']),
    by,
    reason: z.exactOptional(z.string()),
  }),
};
