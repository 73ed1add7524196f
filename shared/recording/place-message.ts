import { type CaseAnswer, isOfParcel, type OutboxMessage, type ParcelAnswer } from '#shared/messages/inbox-message.ts';
import type { RecordName } from '#shared/messages/record-name.ts';
import { placeDelivery } from './place-delivery.ts';
import { placeStrike } from './place-strike.ts';
import { ended, type Placed } from './placed.ts';
import { recordAct } from './record-act.ts';
import type { Recorder } from './recorder.ts';
import type { Taken } from './taken.ts';

type TakenOf<Kind extends Taken['kind']> = Extract<Taken, { readonly kind: Kind }>;

/** Puts the facts of one message where they belong. An act is recorded here and now: it is judged on the record as it stands. */
export async function placeMessage(recorder: Recorder, taken: Taken): Promise<Placed> {
  switch (taken.kind) {
    case 'delivery':
      return await placeDelivery(recorder, taken);
    case 'act':
      return ended(await recordAct(recorder, taken));
    case 'parcel-linked':
      return await placeLink(recorder, taken);
    case 'named':
      return await placeNames(recorder, taken);
    case 'parcel-state':
      return await placeParcelState(recorder, taken);
    case 'answered':
      return await placeAnswer(recorder, taken);
    case 'strike':
      return await placeStrike(recorder, taken);
    case 'rebuild':
      return await placeRebuild(recorder, taken);
  }
}

async function placeLink(recorder: Recorder, { number, link }: TakenOf<'parcel-linked'>): Promise<Placed> {
  if (link) {
    await recorder.parcels.putLink(number, link);
  }
  return ended({ outcome: 'refolded' }, { record: { parcel: number } });
}

/** First each name, then a look for deliveries that waited for it: whoever comes second sees the other. */
async function placeNames(
  { aliases, deliveries, outbound }: Recorder,
  { caseKey, aliases: names }: Extract<OutboxMessage, { readonly kind: 'named' }>,
): Promise<Placed> {
  for (const alias of names) {
    await aliases.putCase(alias, caseKey);
    for (const ref of await aliases.readHeld(alias)) {
      const delivery = await deliveries.read(ref);
      if (delivery) {
        await outbound.send({ kind: 'delivery', delivery });
      }
      await aliases.release(alias, ref);
    }
  }
  return ended({ outcome: 'applied' });
}

async function placeParcelState(
  recorder: Recorder,
  { caseKey, revision, at, state }: TakenOf<'parcel-state'>,
): Promise<Placed> {
  const facts = [{ fact: 'parcel-state', at, revision, state } as const];
  const observation = { id: `parcel/${state.number}`, from: 'backhaul', receivedAt: at, facts };
  const put = await recorder.cases.putParcelState(caseKey, observation, state.number, revision);
  return ended({ outcome: put === 'new' ? 'applied' : 'outdated' }, { record: { caseKey } });
}

/** What the other side of a call of ours answered; the same answer twice is one observation. */
async function placeAnswer(recorder: Recorder, message: CaseAnswer | ParcelAnswer): Promise<Placed> {
  const { callId, by: from, at: receivedAt } = message;
  const id = `call/${callId}`;
  if (isOfParcel(message)) {
    const { record, facts } = message;
    await recorder.parcels.putObservation(record.parcel, { id, from, receivedAt, facts });
    return ended({ outcome: 'applied' }, { record });
  }
  const { record, facts } = message;
  await recorder.cases.putObservation(record.caseKey, { id, from, receivedAt, facts });
  return ended({ outcome: 'applied' }, { record });
}

/** Folds a record anew and lets all follow from it that ever followed. */
async function placeRebuild(recorder: Recorder, { record, emit }: TakenOf<'rebuild'>): Promise<Placed> {
  return (await isThere(recorder, record))
    ? ended({ outcome: 'refolded' }, { record, emit, whole: true })
    : ended({ outcome: 'ignored', reason: 'there is no such record' });
}

async function isThere({ cases, parcels }: Recorder, record: RecordName): Promise<boolean> {
  const found = 'parcel' in record ? parcels.readSnapshot(record.parcel) : cases.readSnapshot(record.caseKey);
  return (await found) !== undefined;
}
