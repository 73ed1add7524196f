import { parcelRulesOf } from '#shared/policy/parcel-rules.ts';
import { digestOf } from '#shared/returns/digest.ts';
import type { ParcelState } from '#shared/returns/fact.ts';
import { foldParcel } from '#shared/returns/fold-parcel.ts';
import type { ParcelRules, ParcelSnapshot } from '#shared/returns/parcel.ts';
import { isTrivialState, parcelStateFor, stateTimeOf } from '#shared/returns/parcel-state.ts';
import { tellParcel } from '#shared/returns/tell-parcel.ts';
import type { OutboxMessage } from './inbox.ts';
import type { StoredRecord } from './ports.ts';
import type { RecordKind } from './refold.ts';
import { type ParcelInputs, parcelToldBefore } from './told-before.ts';

interface ParcelFold extends ParcelInputs {
  readonly rules: ParcelRules;
}

/** The record of one tracking number. */
export const parcelKind: RecordKind<ParcelSnapshot, ParcelFold> = {
  noun: 'parcel',
  tableOf: ({ parcels }) => parcels,
  read: async ({ parcels, merchant }, number, hasActs) => ({
    ...(await parcels.readInputs(number)),
    acts: hasActs ? await parcels.readActs(number) : [],
    rules: parcelRulesOf(merchant),
  }),
  fold: (number, { observations, links, acts, rules }) => foldParcel(number, observations, links, acts, rules),
  propose: () => [],
  toldBefore: (before, inputs, emit) => parcelToldBefore(before, { ...inputs, emit }),
  tell: (snapshot, told, version) => tellParcel(snapshot, told, version),
  outboxOf: parcelOutbox,
};

type StoredParcel = Pick<StoredRecord<ParcelSnapshot>, 'snapshot' | 'version'>;

/** What follows from a parcel: its state, for each case that ever named it and to which that is news; of all of it, for each that was told before. */
function parcelOutbox(
  { snapshot, version }: StoredParcel,
  before: StoredParcel | undefined,
  whole: boolean,
): OutboxMessage[] {
  return snapshot.linked
    .map((caseKey) => ({ caseKey, state: parcelStateFor(caseKey, snapshot) }))
    .filter(({ caseKey, state }) => isNews(caseKey, before?.snapshot, state, whole))
    .map(({ caseKey, state }) => ({ kind: 'parcel-state', caseKey, revision: version, at: stateTimeOf(state), state }));
}

function isNews(caseKey: string, before: ParcelSnapshot | undefined, state: ParcelState, whole: boolean): boolean {
  if (!before?.linked.includes(caseKey)) {
    return !isTrivialState(state);
  }
  const known = parcelStateFor(caseKey, before);
  const isSilent = isTrivialState(known) && isTrivialState(state);
  return whole || (!isSilent && digestOf(known) !== digestOf(state));
}
