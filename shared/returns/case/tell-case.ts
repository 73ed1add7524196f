import { movementTellings } from '../carrier/tell.ts';
import { deadlineTellings } from '../deadlines/tell.ts';
import { attributionTellings } from '../goods/attribution.ts';
import { goodsTellings } from '../goods/tell.ts';
import { moneyTellings } from '../money/tell.ts';
import { preAdviceTellings, replacedKeys } from '../pre-advice/tell.ts';
import type { Change, Told } from '../record/change.ts';
import { type Teller, type Telling, tell } from '../record/tell.ts';
import type { CaseParcel } from '../tracking/part.ts';
import { attentionTellings } from './attention-tell.ts';
import type { CaseRules, CaseSnapshot } from './case.ts';
import { allSlices } from './slices.ts';
import { goneTellings } from './tell-gone.ts';

/**
 * What this snapshot tells that was not told before, and the memory after it. Happenings are told once; values again when they differ
 * from what was last told, so A → B → A is told three times.
 */
export function tellCase(
  snapshot: CaseSnapshot,
  told: Told,
  version: number,
  rules: CaseRules,
): { readonly changes: Change[]; readonly told: Told } {
  const preAdvices = preAdviceTellings(snapshot, told, rules);
  const replaced = new Set(replacedKeys(preAdvices, told));
  const result = tell(tellerOf(snapshot, version), told, [
    ...caseTellings(snapshot, told),
    ...goneTellings(snapshot, told),
    ...preAdvices,
    ...deadlineTellings(snapshot, told, rules.deadlines),
  ]);
  const memory = Object.entries(result.told).map(
    ([key, entry]) => [key, replaced.has(key) ? { ...entry, hash: '' } : entry] as const,
  );
  return { changes: result.changes, told: Object.fromEntries(memory) };
}

export function tellerOf(snapshot: CaseSnapshot, version: number): Teller {
  return {
    record: `CASE#${snapshot.key}`,
    version,
    occurredAt: snapshot.updatedAt ?? ('1970-01-01T00:00:00.000Z' as never),
  };
}

/** All happenings and plain values of a case; `republish` rebuilds happenings from these. */
export function caseTellings(snapshot: CaseSnapshot, told: Told): Telling[] {
  return [
    ...allSlices.flatMap((each) => each.tellingsOf(snapshot, told)),
    ...snapshot.parcels.flatMap((parcel) => [
      ...caseParcelTellings(parcel, told),
      ...attributionTellings(parcel, told),
    ]),
    ...snapshot.directGoods.flatMap((fact) => goodsTellings(fact, { counted: true }, told)),
    ...moneyTellings(snapshot, told),
    ...attentionTellings(snapshot, told),
  ];
}

/**
 * Of a parcel, once it is known whose it is: where it is, and each thing that happened to its goods. One that has nothing to say any more, since a
 * feed took back what it said, is a mere number again.
 */
function caseParcelTellings({ number, stands, state }: CaseParcel, told: Told): Telling[] {
  if (!state) {
    return movementTellings({ number, stage: 'numbered', sides: [] }, told);
  }
  if (state.allotment === 'not-attributed') {
    return [];
  }
  const place = { trackingNumber: number, counted: stands && state.allotment !== 'awaiting' };
  // What stands under a label is told of its number.
  const movement = movementTellings({ ...state, number }, told);
  return [...movement, ...state.goods.flatMap((fact) => goodsTellings(fact, place, told))];
}
