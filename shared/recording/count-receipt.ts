import { type Counter, heardOf } from '#shared/counting/counts.ts';
import { addMillis, type Instant, latestOf, millisOf } from '#shared/returns/record/instant.ts';
import type { DeliveryOutcome, KeptBefore } from './ports.ts';
import type { Recorder } from './recorder.ts';
import type { TakenDelivery } from './taken.ts';

/** What a sender's clock may be ahead; a later time is that of something to come. */
const aheadMs = 5 * 60_000;

/**
 * Counts one receipt of a delivery: not what is read anew or released (its receipt was counted), nor a request of several messages, each of which
 * comes by itself.
 */
export function countReceipt(
  { count }: Pick<Recorder, 'count'>,
  taken: TakenDelivery,
  { outcome }: DeliveryOutcome,
  before: KeptBefore | undefined,
): void {
  const { delivery, messageId } = taken;
  const isCounted =
    before?.receivedAt === delivery.receivedAt || (messageId !== undefined && before?.messageId === messageId);
  if (count && outcome !== 'several' && !isCounted) {
    const { via, receivedAt: at } = delivery;
    const sums = sumsOf(via, outcome, before !== undefined);
    count(heardOf(delivery, { via, at, lagMs: before ? undefined : lagOf(taken), sums }));
  }
}

function sumsOf(
  via: 'webhook' | 'read',
  outcome: DeliveryOutcome['outcome'],
  isAgain: boolean,
): Partial<Record<Counter, number>> {
  return {
    ...(via === 'webhook' ? { webhooks: 1 } : { reads: 1 }),
    ...(isAgain && via === 'webhook' && { duplicates: 1 }),
    ...(outcome === 'not-understood' && { notUnderstood: 1 }),
    ...(outcome === 'in-part' && { inPart: 1 }),
  };
}

/** From the last time that it tells of to its receipt; undefined where the sender names none. */
function lagOf({ delivery: { receivedAt }, observed }: TakenDelivery): number | undefined {
  const told = timesIn(observed).filter((at) => at !== receivedAt && at <= addMillis(receivedAt, aheadMs));
  const last = latestOf(told);
  return last && millisOf(receivedAt) - millisOf(last);
}

function timesIn(observed: TakenDelivery['observed']): readonly Instant[] {
  if (observed.kind === 'notify-only') {
    return observed.atReceipt ? [] : [observed.at];
  }
  return observed.kind === 'sayings'
    ? observed.sayings.flatMap(({ facts }) => facts.map(({ at }: { readonly at: Instant }) => at))
    : [];
}
