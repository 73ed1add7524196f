import type { InboxMessage } from '#shared/messages/inbox-message.ts';
import { textOfRecord } from '#shared/messages/record-name.ts';
import { caseKind } from './case-kind.ts';
import { widerOf } from './emit.ts';
import { parcelKind } from './parcel-kind.ts';
import { placeMessage } from './place-message.ts';
import type { Placed, Recorded, Touched } from './placed.ts';
import type { Recorder } from './recorder.ts';
import { refold } from './refold.ts';
import { type Taken, takeMessage } from './taken.ts';

/**
 * The one writer of records: records what messages say. First the facts of all of them, then each record that they touch is folded anew,
 * once. A worker that is stopped anywhere in between is made good when its messages come again: a fact that is there is not put twice, and
 * what must follow from a record is written with it.
 * @returns what came of each, in their order.
 */
export async function recordTogether(recorder: Recorder, messages: readonly Taken[]): Promise<Recorded[]> {
  const placed: Placed[] = [];
  for (const message of messages) {
    placed.push(await placeMessage(recorder, message));
  }
  for (const touched of distinct(placed.flatMap((each) => each.touched))) {
    await refoldTouched(recorder, touched);
  }
  const recorded: Recorded[] = [];
  for (const { finish } of placed) {
    recorded.push(await finish());
  }
  return recorded;
}

/** One message by itself. */
export async function recordMessage(recorder: Recorder, message: InboxMessage): Promise<Recorded> {
  const [recorded] = await recordTogether(recorder, [takeMessage(recorder, message)]);
  return recorded as Recorded;
}

/** Each record once, in the widest way that anybody asked for. */
function distinct(all: readonly Touched[]): Iterable<Touched> {
  const byName = new Map<string, Touched>();
  for (const touched of all) {
    const name = textOfRecord(touched.record);
    const before = byName.get(name);
    byName.set(name, {
      record: touched.record,
      emit: widerOf(touched.emit ?? false, before?.emit ?? false),
      whole: Boolean(touched.whole || before?.whole),
      heard: [...(before?.heard ?? []), ...(touched.heard ?? [])],
    });
  }
  return byName.values();
}

async function refoldTouched(recorder: Recorder, { record, ...how }: Touched): Promise<void> {
  await ('parcel' in record
    ? refold(recorder, parcelKind, record.parcel, how)
    : refold(recorder, caseKind, record.caseKey, how));
}
