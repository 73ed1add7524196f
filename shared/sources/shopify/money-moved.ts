import type { Money } from '#shared/returns/record/money.ts';
import { moneyFromDecimal } from '../minor-units.ts';

/** One movement of money of a refund, as a webhook has it (small letters) and as the API has it (capitals). */
export interface Transaction {
  readonly kind: string;
  readonly status: string;
  /** In major units. */
  readonly amount: string;
  readonly currency: string;
}

export interface Moved {
  /** What went through; where nothing did and nothing else can come, what failed. */
  readonly money?: { readonly amount: Money; readonly outcome: 'done' | 'failed' };
  /** Some of the money is on its way. */
  readonly isPending: boolean;
  /** Why that may not be all of it. */
  readonly fault?: string;
}

/** What is said of a refund that is pending. */
export const onItsWay = 'some of the money is on its way: the return is read again';

const through: ReadonlySet<string> = new Set(['success']);
const pending: ReadonlySet<string> = new Set(['pending', 'awaiting_response']);
const failed: ReadonlySet<string> = new Set(['failure', 'error']);
const known: ReadonlySet<string> = new Set([...through, ...pending, ...failed]);

/** Those that give nothing back. */
const otherKinds: ReadonlySet<string> = new Set([
  'authorization',
  'capture',
  'change',
  'emv_authorization',
  'sale',
  'suggested_refund',
  'void',
]);

/** What a refund paid back, by those of its transactions that give money back. */
export function moneyMoved(transactions: readonly Transaction[]): Moved {
  const refunds = transactions.filter(isRefund);
  const others = transactions.filter((each) => !isRefund(each));
  const having = (statuses: ReadonlySet<string>) => refunds.filter(({ status }) => statuses.has(status.toLowerCase()));
  const isPending = having(pending).length > 0;
  const isUnknown =
    having(known).length < refunds.length || others.some(({ kind }) => !otherKinds.has(kind.toLowerCase()));
  const outcome = having(failed).length === refunds.length ? 'failed' : 'done';
  const counted = outcome === 'failed' ? refunds : having(through);
  const amount = sumOf(counted);
  const fault = faultOf({ isUnknown, isUncertain: counted.length > 0 && !amount });
  return { isPending, ...(amount && { money: { amount, outcome } }), ...(fault && { fault }) };
}

function isRefund({ kind }: Transaction): boolean {
  return kind.toLowerCase() === 'refund';
}

function faultOf(is: Readonly<Record<'isUnknown' | 'isUncertain', boolean>>): string | undefined {
  if (is.isUnknown) {
    return 'have a kind or a status that Backhaul does not know';
  }
  return is.isUncertain ? 'the amounts are no sum of one currency' : undefined;
}

function sumOf(transactions: readonly Transaction[]): Money | undefined {
  const parts = transactions.map(({ amount, currency }) => moneyFromDecimal(amount, currency));
  const [first] = parts;
  const amount = parts.reduce((sum, part) => sum + (part?.amount ?? Number.NaN), 0);
  const isOneCurrency = parts.every((part) => part?.currency === first?.currency);
  return first && isOneCurrency && Number.isSafeInteger(amount) ? { amount, currency: first.currency } : undefined;
}
