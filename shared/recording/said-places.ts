import type { RecordName } from '#shared/messages/record-name.ts';
import { observationId, senderOf } from './place-saying.ts';
import type { Recorder } from './recorder.ts';
import type { TakenDelivery } from './taken.ts';

/** Where a saying was put: its place in the delivery, and the record. */
export interface SaidPlace {
  readonly index: number;
  readonly record: RecordName;
}

/** As it is kept with the delivery. */
export function textOfPlace({ index, record }: SaidPlace): string {
  return JSON.stringify({ index, ...record });
}

/** @param text - Of {@link textOfPlace}. */
export function placeOfText(text: string): SaidPlace {
  const { index, ...record } = JSON.parse(text) as Pick<SaidPlace, 'index'> & RecordName;
  return { index, record };
}

/**
 * Of the places where a delivery said something and does not any more those that are taken back: none where it could be read in part, since the rest may
 * say it still.
 *
 * @param unfound - Sayings whose case is not known, by their place: what an earlier reading said to a case instead stands until it is.
 */
export function placesTakenBack(
  taken: TakenDelivery,
  gone: readonly SaidPlace[],
  unfound: ReadonlySet<number>,
): readonly SaidPlace[] {
  return unreadOf(taken) === undefined
    ? gone.filter(({ index, record }) => 'parcel' in record || !unfound.has(index))
    : [];
}

/**
 * Takes back what an adapter of a lower revision said of records of which the present one says nothing any more.
 *
 * @param gone - Of {@link DeliveryTable.keep}.
 * @param unfound - As of {@link placesTakenBack}.
 */
export async function retract(
  recorder: Recorder,
  taken: TakenDelivery,
  gone: readonly string[],
  unfound: ReadonlySet<number>,
): Promise<void> {
  const { revision } = taken;
  if (revision === undefined) {
    return;
  }
  const { receivedAt } = taken.delivery;
  for (const { index, record } of placesTakenBack(taken, gone.map(placeOfText), unfound)) {
    const id = observationId(taken, index);
    await recorder.outbound.send({ kind: 'retracted', record, id, from: senderOf(taken), receivedAt, revision });
  }
}

/** The members of a delivery that could not be read, as words. */
export function unreadOf({ observed }: TakenDelivery): string | undefined {
  return observed.kind === 'sayings' ? observed.unread : undefined;
}
