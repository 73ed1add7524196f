import { parcelRulesOf } from '#shared/policy/parcel-rules.ts';
import { parcelEntryOf } from '#shared/returns/attention/entry-of.ts';
import type { ParcelObservation } from '#shared/returns/parcel/facts.ts';
import { foldParcel } from '#shared/returns/parcel/fold-parcel.ts';
import type { ParcelLink, ParcelRules, ParcelSnapshot } from '#shared/returns/parcel/parcel.ts';
import { tellParcel } from '#shared/returns/parcel/tell-parcel.ts';
import { digestOf } from '#shared/returns/record/digest.ts';
import { foldRevision } from '#shared/returns/record/fold-revision.ts';
import { firstHeardOf } from './first-heard.ts';
import { type FoldInputs, knownOf, nameOf, nameOfAct } from './folded-names.ts';
import { parcelOutbox } from './parcel-outbox.ts';
import type { StoredRecord } from './ports.ts';
import type { RecordKind } from './record-kind.ts';

interface ParcelFold extends FoldInputs {
  readonly observations: readonly ParcelObservation[];
  readonly links: readonly ParcelLink[];
  readonly rules: ParcelRules;
}

/** The record of one tracking number. */
export const parcelKind: RecordKind<ParcelSnapshot, ParcelFold> = {
  noun: 'parcel',
  tableOf: ({ parcels }) => parcels,
  read: async ({ parcels, policy: policies, merchant, now }, number, hasActs) => {
    const rows = await parcels.readInputs(number);
    const policy = await policies.inForceAt(firstHeardOf(rows.observations) ?? now());
    const acts = hasActs ? await parcels.readActs(number) : [];
    return { ...rows, acts, rules: parcelRulesOf(policy, merchant, await policies.calendars()) };
  },
  fold: (number, { observations, links, acts, rules }) => foldParcel(number, observations, links, acts, rules),
  kept: (snapshot) => snapshot,
  propose: () => [],
  knownBy: inputsKnownBy,
  tell: (snapshot, told, version, { rules }) => tellParcel(snapshot, told, version, rules.deadlines),
  entryOf: parcelEntryOf,
  outboxOf: (after, before, whole, inputs) =>
    parcelOutbox(after, before, { whole, isAnew: before !== undefined && isAnew(after, before, inputs) }),
};

function inputsKnownBy(before: StoredRecord<ParcelSnapshot>, inputs: ParcelFold): ParcelFold {
  return {
    ...inputs,
    observations: knownOf(before, inputs.observations, nameOf),
    links: linksKnownBy(before.snapshot, inputs.links),
    acts: knownOf(before, inputs.acts, nameOfAct),
  };
}

/** Whether the record is another only because a newer fold made it. */
function isAnew(
  { snapshot }: { readonly snapshot: ParcelSnapshot },
  before: StoredRecord<ParcelSnapshot>,
  inputs: ParcelFold,
): boolean {
  if (before.foldRevision === foldRevision) {
    return false;
  }
  const { observations, links, acts, rules } = inputsKnownBy(before, inputs);
  return digestOf(foldParcel(snapshot.number, observations, links, acts, rules)) === digestOf(snapshot);
}

/** Of a link only whether the case named the number is known from before. */
function linksKnownBy({ linked, cases }: ParcelSnapshot, links: readonly ParcelLink[]): ParcelLink[] {
  return links
    .filter(({ caseKey }) => linked.includes(caseKey))
    .map((link) => ({ ...link, stands: cases.includes(link.caseKey) }));
}
