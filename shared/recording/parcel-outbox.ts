import type { OutboxMessage } from '#shared/messages/inbox-message.ts';
import type { ParcelSnapshot } from '#shared/returns/parcel/parcel.ts';
import { isTrivialState, parcelStateFor, stateTimeOf } from '#shared/returns/parcel/parcel-state.ts';
import { digestOf } from '#shared/returns/record/digest.ts';
import type { ParcelState } from '#shared/returns/tracking/facts.ts';
import { newStrikes } from './near-strikes.ts';
import type { Outbox } from './outbox.ts';
import type { StoredRecord } from './ports.ts';

type StoredParcel = Pick<StoredRecord<ParcelSnapshot>, 'snapshot' | 'writtenAt'>;

interface How {
  readonly whole: boolean;
  /** Only a newer fold says it so. */
  readonly isAnew: boolean;
}

/** What follows from a parcel: its state, for each case that ever named it and to which that is news (of all of it, for each that was told before), and its near strikes. */
export function parcelOutbox(
  after: StoredParcel,
  before: StoredParcel | undefined,
  { whole, isAnew }: How,
): Outbox | undefined {
  const { snapshot } = after;
  const states = snapshot.linked.filter((caseKey) =>
    isNews(caseKey, before?.snapshot, parcelStateFor(caseKey, snapshot), whole),
  );
  const strikes = newStrikes(after, whole ? undefined : before);
  const outbox = {
    ...(states.length > 0 && { states, ...(isAnew && { anew: true as const }) }),
    ...(strikes.length > 0 && { strikes }),
  };
  return Object.keys(outbox).length === 0 ? undefined : outbox;
}

/** The same as messages. */
export function parcelMessages(
  snapshot: ParcelSnapshot,
  version: number,
  { states = [], strikes = [], anew }: Outbox,
): OutboxMessage[] {
  return [
    ...states.map((caseKey): OutboxMessage => {
      const state = parcelStateFor(caseKey, snapshot);
      return { kind: 'parcel-state', caseKey, revision: version, at: stateTimeOf(state), state, ...(anew && { anew }) };
    }),
    ...strikes.map((at): OutboxMessage => ({ kind: 'strike', parcel: snapshot.number, at })),
  ];
}

function isNews(caseKey: string, before: ParcelSnapshot | undefined, state: ParcelState, whole: boolean): boolean {
  if (!before?.linked.includes(caseKey)) {
    return !isTrivialState(state);
  }
  const known = parcelStateFor(caseKey, before);
  const isSilent = isTrivialState(known) && isTrivialState(state);
  return whole || (!isSilent && digestOf(known) !== digestOf(state));
}
