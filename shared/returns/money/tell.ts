import type { EventData } from '../events.ts';
import type { Told } from '../record/change.ts';
import { digestOf } from '../record/digest.ts';
import type { Telling } from '../record/tell.ts';
import type { MoneyAction, MoneyPart } from './part.ts';

const once = { mode: 'once', hash: 'told' } as const;

/** Each refund that failed, once; each that went through, as a value: a part of it may come later, and then it is more. */
export function moneyTellings({ money }: MoneyPart, told: Told): Telling[] {
  return money.actions.flatMap((action) => [...failedTellings(action), ...doneTellings(action, money.actions, told)]);
}

function failedTellings({ refundId, kind, amount, by, failedAt, failure }: MoneyAction): Telling[] {
  if (!failedAt) {
    return [];
  }
  const data = { refundId, kind, amount, by, at: failedAt, ...(failure && { reason: failure }) };
  return [{ key: `refund/${refundId}/failed`, ...once, type: 'Refund Failed', data }];
}

function doneTellings(
  { refundId, kind, amount, by, at, status }: MoneyAction,
  actions: readonly MoneyAction[],
  told: Told,
): Telling[] {
  if (status === 'failed') {
    return [];
  }
  const key = `refund/${refundId}/done`;
  const telling = paidTelling(key, { refundId, kind, amount, by, at });
  // Earlier releases told it as a happening, and kept nothing of what they told. Where a part of it has an id of its own by now, it is less than it was.
  const isApart = actions.some((other) => other.refundId.startsWith(`${refundId}-`));
  return [told[key]?.hash === once.hash && !isApart ? { ...telling, ...once } : telling];
}

/** A payment as a value. */
export function paidTelling(key: string, data: EventData['Refund Completed']): Telling {
  const { kind, amount, by } = data;
  return { key, mode: 'value', hash: digestOf({ kind, amount, by }), type: 'Refund Completed', data };
}
