import { parcelRulesOf } from '#shared/policy/parcel-rules.ts';
import { digestOf } from '#shared/returns/digest.ts';
import type { ParcelState } from '#shared/returns/fact.ts';
import { foldRevision } from '#shared/returns/fold-case.ts';
import { foldParcel } from '#shared/returns/fold-parcel.ts';
import type { ParcelSnapshot } from '#shared/returns/parcel.ts';
import { isTrivialState, parcelStateFor, stateTimeOf } from '#shared/returns/parcel-state.ts';
import { tellParcel } from '#shared/returns/tell-parcel.ts';
import type { StoredRecord } from './ports.ts';
import { mostTries, type Recorder, type RefoldOptions, refuseNewerFold, TooManyRacesError } from './recorder.ts';
import { isUnchanged, namesOf, parcelToldBefore } from './told-before.ts';

type StoredParcel = StoredRecord<ParcelSnapshot>;

/** Folds a parcel from all that is kept of it, writes the record, and sends each linked case its state where that changed. */
export async function refoldParcel(recorder: Recorder, number: string, options: RefoldOptions): Promise<void> {
  for (let attempt = 0; attempt < mostTries; attempt += 1) {
    const before = await recorder.parcels.readSnapshot(number);
    const after = await foldOnce(recorder, number, before, options);
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
  { emit }: RefoldOptions,
): Promise<StoredParcel | 'lost'> {
  refuseNewerFold(before, `parcel ${number}`);
  const observations = await recorder.parcels.readObservations(number);
  const links = await recorder.parcels.readLinks(number);
  const acts = await recorder.parcels.readActs(number);
  const rules = parcelRulesOf(recorder.merchant);
  const snapshot = foldParcel(number, observations, links, acts, rules);
  const version = (before?.version ?? 0) + 1;
  const inputs = { observations, links, acts, rules };
  const base = parcelToldBefore(before, { ...inputs, emit });
  const { changes, told } = tellParcel(snapshot, base, version);
  const after = { version, foldRevision, snapshot, told, changes, folded: namesOf(inputs) };
  if (before && isUnchanged(before, after)) {
    return before;
  }
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
    const isAskedFor = options.again || (options.linked && !isTrivialState(state));
    if (isAskedFor || isNews(caseKey, before, state)) {
      await recorder.outbound.send({ kind: 'parcel-state', caseKey, revision: version, at: stateTimeOf(state), state });
    }
  }
}

function isNews(caseKey: string, before: StoredParcel | undefined, state: ParcelState): boolean {
  if (!before?.snapshot.linked.includes(caseKey)) {
    return !isTrivialState(state);
  }
  const known = parcelStateFor(caseKey, before.snapshot);
  const isSilent = isTrivialState(known) && isTrivialState(state);
  return !isSilent && digestOf(known) !== digestOf(state);
}
