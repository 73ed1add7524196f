import * as z from 'zod';
import { caseKeyOf } from '#shared/returns/case/case-key.ts';
import type { CaseFact } from '#shared/returns/case/facts.ts';
import { toInstant } from '#shared/returns/record/instant.ts';
import type { Money } from '#shared/returns/record/money.ts';
import { moneyFromDecimal } from '../minor-units.ts';
import { faultsOf, ignored, notUnderstood, saying } from '../observed.ts';
import type { Observed } from '../source.ts';
import { numberOf } from './global-id.ts';
import { type Hint, returnNumberOf } from './observe-hint.ts';

const id = z.union([z.string(), z.number()]);

const transaction = z.object({ kind: z.string(), status: z.string(), amount: z.string(), currency: z.string() });

const refund = z.object({
  id: id.optional(),
  admin_graphql_api_id: z.string(),
  order_id: id.nullish(),
  created_at: z.string().nullish(),
  processed_at: z.string().nullish(),
  return: z.object({ id: id.optional(), admin_graphql_api_id: z.string().nullish() }).nullish(),
  transactions: z.array(transaction).max(200),
});
type Refund = z.output<typeof refund>;

/** `refunds/create`. The sum of the refund transactions that went through is what was paid back. */
export function observeRefund(value: unknown, hint: Hint): Observed {
  const read = refund.safeParse(value);
  if (!read.success) {
    return notUnderstood(faultsOf(read.error));
  }
  const refundId = numberOf(read.data.admin_graphql_api_id, 'Refund');
  const caseId = read.data.return ? returnNumberOf(read.data.return) : undefined;
  if (refundId === undefined) {
    return notUnderstood('admin_graphql_api_id: is no refund');
  }
  if (caseId === undefined) {
    return ignored(`the refund of order ${orderOf(read.data)} names no return`);
  }
  return observeMoney(read.data, refundId, caseId, hint);
}

function orderOf({ order_id: orderId }: Refund): string {
  return /^\d{1,30}$/.test(String(orderId)) ? String(orderId) : 'unknown';
}

function observeMoney(data: Refund, refundId: string, caseId: string, { source, shop, at }: Hint): Observed {
  const paidBack = data.transactions.filter((each) => each.kind === 'refund');
  if (paidBack.length === 0) {
    return ignored('the refund moves no money');
  }
  const outcome = outcomeOf(paidBack.map((each) => each.status));
  if (!outcome) {
    return notUnderstood(`refund ${refundId} is neither through nor failed yet; a person must look at it`);
  }
  const amount = sumOf(paidBack.filter((each) => outcome === 'failed' || each.status === 'success'));
  if (!amount) {
    return notUnderstood('transactions: the amounts are no sum of one currency');
  }
  const moment = toInstant(data.processed_at ?? data.created_at ?? '') ?? at;
  const fact: CaseFact = {
    fact: 'refund',
    refundId,
    kind: 'goods-refund',
    amount,
    outcome,
    by: 'merchant',
    at: moment,
  };
  return saying({ about: 'case', ref: { caseKey: caseKeyOf({ source, shop, caseId }) }, facts: [fact] });
}

function outcomeOf(statuses: readonly string[]): 'done' | 'failed' | undefined {
  if (statuses.includes('pending')) {
    return undefined;
  }
  if (statuses.includes('success')) {
    return 'done';
  }
  return statuses.every((status) => status === 'failure' || status === 'error') ? 'failed' : undefined;
}

function sumOf(transactions: readonly z.output<typeof transaction>[]): Money | undefined {
  const parts = transactions.map(({ amount, currency }) => moneyFromDecimal(amount, currency));
  const [first] = parts;
  const amount = parts.reduce((sum, part) => sum + (part?.amount ?? Number.NaN), 0);
  const isOneCurrency = parts.every((part) => part?.currency === first?.currency);
  return first && isOneCurrency && Number.isSafeInteger(amount) ? { amount, currency: first.currency } : undefined;
}
