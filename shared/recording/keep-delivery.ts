import { countReceipt } from './count-receipt.ts';
import type { DeliveryOutcome } from './ports.ts';
import type { Recorder } from './recorder.ts';
import { reasonOf, type Unmatched } from './resolve-case.ts';
import { retract, unreadOf } from './said-places.ts';
import type { TakenDelivery } from './taken.ts';

/** Whose case is not known, by the place of the saying in its delivery. */
type UnmatchedSayings = ReadonlyMap<number, Unmatched>;

/** Without the message's id: nothing was passed on. */
export async function keepWaiting(
  recorder: Recorder,
  taken: TakenDelivery,
  waiting: Unmatched,
  { said, unmatched }: { readonly said?: readonly string[]; readonly unmatched?: UnmatchedSayings } = {},
): Promise<void> {
  const { delivery, revision } = taken;
  const outcome = unmatchedFor(taken, [waiting]);
  const { gone, before } = await recorder.deliveries.keep(delivery, outcome, { revision, said });
  countReceipt(recorder, taken, outcome, before);
  await retract(recorder, taken, gone, new Set(unmatched?.keys()));
}

function unmatchedFor(taken: TakenDelivery, unmatched: readonly Unmatched[]): DeliveryOutcome {
  const reasons = [...unmatched.map(reasonOf), unreadOf(taken) ?? []].flat();
  return { outcome: 'unmatched', reason: reasons.join('; ') };
}

/** What waits was kept before it was held: by now it may have been released and applied, and that must not be overwritten. */
export async function keepUnmatched(
  recorder: Recorder,
  taken: TakenDelivery,
  unmatched: UnmatchedSayings,
  said?: readonly string[],
): Promise<DeliveryOutcome> {
  const all = [...unmatched.values()];
  const outcome = unmatchedFor(taken, all);
  const isWaiting = all.some(({ kind }) => kind === 'waiting');
  return isWaiting ? outcome : await keep(recorder, taken, outcome, said, new Set(unmatched.keys()));
}

/**
 * @param said - Where it was put; undefined where it could not be read, so that what stood stands.
 * @param unfound - See {@link retract}.
 */
export async function keep(
  recorder: Recorder,
  taken: TakenDelivery,
  outcome: DeliveryOutcome,
  said?: readonly string[],
  unfound: ReadonlySet<number> = new Set(),
): Promise<DeliveryOutcome> {
  const { messageId, revision } = taken;
  const { gone, before } = await recorder.deliveries.keep(taken.delivery, outcome, { messageId, revision, said });
  countReceipt(recorder, taken, outcome, before);
  await retract(recorder, taken, gone, unfound);
  return outcome;
}
