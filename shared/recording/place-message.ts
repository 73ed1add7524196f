import { countsOf } from '#shared/counting/counts.ts';
import { canonicalNumber } from '#shared/identifiers/tracking-number.ts';
import { type CaseAnswer, isOfParcel, type OutboxMessage, type ParcelAnswer } from '#shared/messages/inbox-message.ts';
import type { RecordName } from '#shared/messages/record-name.ts';
import type { Alias, CaseName } from '#shared/returns/opening/facts.ts';
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
      return await placeAct(recorder, taken);
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
    case 'sibling':
      return placeSibling(taken);
    case 'replay':
      return await placeReplay(recorder, taken);
    case 'retracted':
      return await placeRetraction(recorder, taken);
    case 'rebuild':
      return await placeRebuild(recorder, taken);
    case 'tally':
      return placeTally(recorder, taken);
  }
}

async function placeAct(recorder: Recorder, taken: TakenOf<'act'>): Promise<Placed> {
  const recorded = await recordAct(recorder, taken);
  return ended(recorded.outcome === 'refused' ? { outcome: 'refused', reason: recorded.refusal.text.en } : recorded);
}

async function placeLink(recorder: Recorder, { number, link }: TakenOf<'parcel-linked'>): Promise<Placed> {
  if (link) {
    await recorder.parcels.putLink(number, link);
  }
  return ended({ outcome: 'refolded' }, { record: { parcel: number } });
}

/** First each name, then a look for deliveries that waited for it: whoever comes second sees the other. None waits under a buyer's name. */
async function placeNames(
  recorder: Recorder,
  { caseKey, aliases: names }: Extract<OutboxMessage, { readonly kind: 'named' }>,
): Promise<Placed> {
  const { aliases } = recorder;
  for (const name of names) {
    await aliases.putCase(name, caseKey);
    if (isAlias(name)) {
      await sendHeld(recorder, name);
    }
  }
  return ended({ outcome: 'applied' });
}

function isAlias(name: CaseName): name is Alias {
  return name.kind !== 'buyer';
}

async function sendHeld({ aliases, deliveries, outbound }: Recorder, alias: Alias): Promise<void> {
  for (const ref of await aliases.readHeld(alias)) {
    const delivery = await deliveries.read(ref);
    if (delivery) {
      await outbound.send({ kind: 'delivery', delivery });
    }
    await aliases.release(alias, ref);
  }
}

async function placeParcelState(
  recorder: Recorder,
  { caseKey, revision, at, state, anew }: TakenOf<'parcel-state'>,
): Promise<Placed> {
  const facts = [{ fact: 'parcel-state', at, revision, state, ...(anew && { anew }) } as const];
  const observation = { id: `parcel/${state.number}`, from: 'backhaul', receivedAt: at, facts };
  const put = await recorder.cases.putParcelState(caseKey, observation, state.number, revision);
  return ended({ outcome: put === 'new' ? 'applied' : 'outdated' }, { record: { caseKey } });
}

/** There is nothing to put: what the other case says stands in their order. */
function placeSibling({ caseKey, of, revision }: TakenOf<'sibling'>): Placed {
  return ended({ outcome: 'refolded' }, { record: { caseKey }, heard: [{ of, revision }] });
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

/** The delivery goes through the inbox once more, as it was kept. */
async function placeReplay({ deliveries, outbound }: Recorder, { ref }: TakenOf<'replay'>): Promise<Placed> {
  const delivery = await deliveries.read(ref);
  if (!delivery) {
    return ended({ outcome: 'ignored', reason: 'there is no such delivery, or it is kept no more' });
  }
  await outbound.send({ kind: 'delivery', delivery });
  return ended({ outcome: 'replayed' });
}

/** An observation that says nothing stands in the place of what a lower revision said. */
async function placeRetraction(recorder: Recorder, { record, ...said }: TakenOf<'retracted'>): Promise<Placed> {
  const { id, from, receivedAt, revision } = said;
  const observation = { id, from, receivedAt, revision, facts: [] };
  const put = await ('parcel' in record
    ? recorder.parcels.putObservation(record.parcel, observation)
    : recorder.cases.putObservation(record.caseKey, observation));
  return ended({ outcome: put === 'new' ? 'applied' : 'outdated' }, { record });
}

/** Folds a record anew and lets all follow from it that ever followed. What a parcel's label was taken for moves to the parcel of its number. */
async function placeRebuild(recorder: Recorder, { record, emit }: TakenOf<'rebuild'>): Promise<Placed> {
  if (!(await isThere(recorder, record))) {
    return ended({ outcome: 'ignored', reason: 'there is no such record' });
  }
  const touched = [record, ...('parcel' in record ? await moveFacts(recorder, record.parcel) : [])];
  return ended({ outcome: 'refolded' }, ...touched.map((each) => ({ record: each, emit, whole: true })));
}

/**
 * First each fact at the parcel of its number, then nothing in its place: whoever is stopped in between does it again. Where a person said whose the goods
 * are, they stay where that was said.
 */
async function moveFacts({ parcels }: Recorder, key: string): Promise<RecordName[]> {
  const number = canonicalNumber(key);
  if (number === key || (await parcels.readActs(key)).some(({ act }) => act.act === 'allot')) {
    return [];
  }
  const observations = await parcels.readObservations(key);
  for (const observation of observations.filter(({ facts }) => facts.length > 0)) {
    await parcels.putObservation(number, observation);
    await parcels.putObservation(key, { ...observation, revision: (observation.revision ?? 0) + 1, facts: [] });
  }
  return [{ parcel: number }];
}

/** Nothing of it belongs to a record. */
function placeTally({ count }: Recorder, { at, counted }: TakenOf<'tally'>): Placed {
  for (const { counter, count: number, ...name } of counted) {
    count?.(countsOf(name, at, { [counter]: number }));
  }
  return ended({ outcome: 'counted' });
}

async function isThere({ cases, parcels }: Recorder, record: RecordName): Promise<boolean> {
  const found = 'parcel' in record ? parcels.readSnapshot(record.parcel) : cases.readSnapshot(record.caseKey);
  return (await found) !== undefined;
}
