import { parcelRulesOf } from '#shared/policy/parcel-rules.ts';
import { foldParcel } from '#shared/returns/parcel/fold-parcel.ts';
import type { ParcelRules, ParcelSnapshot } from '#shared/returns/parcel/parcel.ts';
import { tellParcel } from '#shared/returns/parcel/tell-parcel.ts';
import { parcelOutbox } from './parcel-outbox.ts';
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
