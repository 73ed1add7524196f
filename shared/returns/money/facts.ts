import * as z from 'zod';
import { fact } from '../record/fact.ts';
import { money, moneyKinds } from '../record/money.ts';
import { by, text } from '../record/values.ts';

export const moneyFacts = {
  refund: fact('refund', {
    refundId: text,
    kind: z.enum(moneyKinds),
    amount: money,
    outcome: z.enum(['done', 'failed']),
    by,
    reason: z.exactOptional(z.string()),
  }),
};
