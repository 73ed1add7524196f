import { deadlineTellings } from '../deadlines/tell.ts';
import { goodsTellings, moneyTellings, parcelTellings } from '../goods/tell.ts';
import { preAdviceTellings, replacedKeys } from '../pre-advice/tell.ts';
import type { Change, Told } from '../record/change.ts';
import { type Teller, type Telling, tell } from '../record/tell.ts';
import type { CaseRules, CaseSnapshot } from './case.ts';
import { allSlices } from './slices.ts';

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
    ...preAdvices,
    ...deadlineTellings(snapshot, told, rules),
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
    ...snapshot.parcels.flatMap((parcel) => parcelTellings(parcel, told)),
    ...snapshot.directGoods.flatMap((fact) => goodsTellings(fact, { counted: true }, told)),
    ...moneyTellings(snapshot),
    ...attentionTellings(snapshot, told),
  ];
}

function attentionTellings({ attention }: CaseSnapshot, told: Told): Telling[] {
  if (attention.length > 0) {
    return [
      {
        key: 'attention',
        mode: 'value',
        hash: attention.join(' '),
        type: 'Case Needs Attention',
        data: { reasons: attention },
      },
    ];
  }
  const before = told.attention?.change;
  return before?.type === 'Case Needs Attention'
    ? [{ key: 'attention', mode: 'value', hash: '', type: 'Case Attention Cleared', data: before.data }]
    : [];
}
