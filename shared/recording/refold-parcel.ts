import { digestOf } from '#shared/returns/digest.ts';
import { foldRevision } from '#shared/returns/fold-case.ts';
import { foldParcel, isTrivialState, parcelStateFor } from '#shared/returns/fold-parcel.ts';
import { instantOf } from '#shared/returns/instant.ts';
import type { ParcelSnapshot } from '#shared/returns/parcel.ts';
import { tellParcel } from '#shared/returns/tell-parcel.ts';
import type { StoredRecord } from './ports.ts';
import { mostTries, NewerFoldError, type Recorder, type RefoldOptions, TooManyRacesError } from './recorder.ts';

type StoredParcel = StoredRecord<ParcelSnapshot>;

/** Folds a parcel from all that is kept of it, writes the record, and sends each linked case its state where that changed. */
export async function refoldParcel(recorder: Recorder, number: string, options: RefoldOptions): Promise<void> {
  for (let attempt = 0; attempt < mostTries; attempt += 1) {
    const before = await recorder.parcels.readSnapshot(number);
    const after = await foldOnce(recorder, number, before);
    if (after !== 'lost') {
      await sendStates(recorder, before, after, options);
      return;
    }
  }
  throw new TooManyRacesError(
    `parcel ${number} was changed by others ${mostTries} times in a row; the message is tried again`,
  );
}

async function foldOnce(
  recorder: Recorder,
  number: string,
  before: StoredParcel | undefined,
): Promise<StoredParcel | 'lost'> {
  if (before && before.foldRevision > foldRevision) {
    throw new NewerFoldError(
      `parcel ${number} was folded by revision ${before.foldRevision}, this is ${foldRevision}: finish the deployment`,
    );
  }
  const observations = await recorder.parcels.readObservations(number);
  const links = await recorder.parcels.readLinks(number);
  const acts = await recorder.parcels.readActs(number);
  const snapshot = foldParcel(number, observations, links, acts);
  const version = (before?.version ?? 0) + 1;
  const { changes, told } = tellParcel(snapshot, before?.told ?? {}, version);
  if (
    before &&
    before.foldRevision === foldRevision &&
    changes.length === 0 &&
    digestOf(before.snapshot) === digestOf(snapshot)
  ) {
    return before;
  }
  const after = { version, foldRevision, snapshot, told, changes };
  return (await recorder.parcels.writeSnapshot(number, after, before?.version ?? 0)) === 'written' ? after : 'lost';
}

async function sendStates(
  recorder: Recorder,
  before: StoredParcel | undefined,
  after: StoredParcel,
  options: RefoldOptions,
): Promise<void> {
  const { snapshot, version } = after;
  for (const caseKey of snapshot.linked) {
    const state = parcelStateFor(caseKey, snapshot);
    const isKnown = before?.snapshot.linked.includes(caseKey) ?? false;
    const isNew =
      isKnown && before
        ? digestOf(parcelStateFor(caseKey, before.snapshot)) !== digestOf(state)
        : !isTrivialState(state);
    if (isNew || (options.again && !isTrivialState(state))) {
      await recorder.outbound.send({
        kind: 'parcel-state',
        caseKey,
        revision: version,
        at: snapshot.updatedAt ?? instantOf(0),
        state,
      });
    }
  }
}
