import * as z from 'zod';
import { moneyKind } from '#shared/returns/money/facts.ts';
import { money } from '#shared/returns/record/money.ts';
import { by, count, instant, text } from '#shared/returns/record/values.ts';

const action = z
  .object({
    refundId: text,
    kind: moneyKind,
    amount: money,
    status: z.enum(['done', 'failed', 'done-by-platform']),
    by,
    at: instant,
    failedAt: z.exactOptional(instant),
    failure: z.exactOptional(z.string()),
  })
  .meta({ id: 'MoneyAction', description: 'A payment, or a try at one.' });

const sum = z
  .object({
    kind: moneyKind,
    currency: text,
    cap: z.exactOptional(count),
    capFrom: z.enum(['paid', 'lines', 'policy', 'unknown']),
    counted: count,
    over: count,
  })
  .meta({ id: 'MoneySum', description: 'What was paid of one kind in one currency, against its cap. Minor units.' });

const owed = z.object({
  amount: z.exactOptional(money),
  basis: z.enum(['asked', 'paid', 'lines', 'nothing', 'unknown']).describe('what says so'),
});

export const caseMoney = z
  .object({
    owed,
    paid: z.exactOptional(money),
    enoughAt: z.exactOptional(instant).describe('when what was paid came to what is owed'),
    outstanding: z.exactOptional(money),
    over: z.exactOptional(money),
    actions: z.array(action),
    sums: z.array(sum),
    out: z.exactOptional(money).describe('paid for goods that have not come back'),
    back: z.exactOptional(money).describe('outstanding though the goods are back'),
  })
  .meta({ id: 'CaseMoney', description: 'What is owed and what was paid.' });
