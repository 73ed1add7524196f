import { type InboxMessage, isOfParcel } from './inbox.ts';
import { recordAct } from './record-act.ts';
import { recordDelivery } from './record-delivery.ts';
import type { Recorder } from './recorder.ts';
import { refoldCase } from './refold-case.ts';
import { refoldParcel } from './refold-parcel.ts';

export interface Recorded {
  readonly outcome: string;
  readonly reason?: string;
}

/**
 * The one writer of records: takes one message from the inbox and records what it says.
 * @param again - The queue has given us this message before; every step is done once more.
 */
export async function recordMessage(recorder: Recorder, message: InboxMessage, again: boolean): Promise<Recorded> {
  switch (message.kind) {
    case 'delivery':
      return recordDelivery(recorder, message.delivery, { again });
    case 'act':
      return recordAct(recorder, message, again);
    case 'parcel-linked':
      await refoldParcel(recorder, message.number, { again, linked: true });
      return { outcome: 'refolded' };
    case 'parcel-state':
      return recordParcelState(recorder, message, again);
    case 'answered':
      return recordAnswer(recorder, message, again);
    case 'tick':
      return recordTick(recorder, message, again);
    case 'rebuild':
      return rebuild(recorder, message);
  }
}

async function recordParcelState(
  recorder: Recorder,
  message: Extract<InboxMessage, { readonly kind: 'parcel-state' }>,
  again: boolean,
): Promise<Recorded> {
  const { caseKey, revision, at, state } = message;
  const id = `parcel/${state.number}`;
  const observation = {
    id,
    from: 'backhaul',
    receivedAt: at,
    facts: [{ fact: 'parcel-state', at, revision, state } as const],
  };
  const put = await recorder.cases.putParcelState(caseKey, observation, state.number, revision);
  await refoldCase(recorder, caseKey, { again });
  return { outcome: put === 'new' ? 'applied' : 'outdated' };
}

/** What the other side of a call of ours answered; the same answer twice is one observation. */
async function recordAnswer(
  recorder: Recorder,
  message: Extract<InboxMessage, { readonly kind: 'answered' }>,
  again: boolean,
): Promise<Recorded> {
  const { callId, by: from, at: receivedAt } = message;
  const id = `call/${callId}`;
  if (isOfParcel(message)) {
    const { record, facts } = message;
    const put = await recorder.parcels.putObservation(record.parcel, { id, from, receivedAt, facts });
    await refoldParcel(recorder, record.parcel, { again: again || put === 'known' });
    return { outcome: 'applied' };
  }
  const { record, facts } = message;
  const put = await recorder.cases.putObservation(record.caseKey, { id, from, receivedAt, facts });
  await refoldCase(recorder, record.caseKey, { again: again || put === 'known' });
  return { outcome: 'applied' };
}

async function recordTick(
  recorder: Recorder,
  { caseKey, tick }: Extract<InboxMessage, { readonly kind: 'tick' }>,
  again: boolean,
): Promise<Recorded> {
  if (!(await recorder.cases.readSnapshot(caseKey))) {
    return { outcome: 'ignored', reason: 'there is no such case' };
  }
  const id = `tick/${tick.deadlineId}/${tick.phase}/${tick.count}`;
  await recorder.cases.putObservation(caseKey, { id, from: 'backhaul', receivedAt: tick.at, facts: [tick] });
  await refoldCase(recorder, caseKey, { again });
  return { outcome: 'applied' };
}

/** Folds a record anew and does all that follows from it, as if its last message had stopped half-way. */
async function rebuild(
  recorder: Recorder,
  { record, emit }: Extract<InboxMessage, { readonly kind: 'rebuild' }>,
): Promise<Recorded> {
  const options = { again: true, emit };
  if ('parcel' in record && (await recorder.parcels.readSnapshot(record.parcel))) {
    await refoldParcel(recorder, record.parcel, options);
    return { outcome: 'refolded' };
  }
  if ('caseKey' in record && (await recorder.cases.readSnapshot(record.caseKey))) {
    await refoldCase(recorder, record.caseKey, options);
    return { outcome: 'refolded' };
  }
  return { outcome: 'ignored', reason: 'there is no such record' };
}
