import { deadlineTellings } from '../deadlines/tell.ts';
import { goodsTellings, moneyTellings, parcelTellings } from '../goods/tell.ts';
import { preAdviceTellings, replacedKeys } from '../pre-advice/tell.ts';
import type { Change, Told } from '../record/change.ts';
import { digestOf } from '../record/digest.ts';
import { type Speaker, type Telling, tell } from '../record/tell.ts';
import type { CaseRules, CaseSnapshot } from './case.ts';

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
  const result = tell(speakerOf(snapshot, version), told, [
    ...caseTellings(snapshot, told),
    ...preAdvices,
    ...deadlineTellings(snapshot, told, rules),
  ]);
  const memory = Object.entries(result.told).map(
    ([key, entry]) => [key, replaced.has(key) ? { ...entry, hash: '' } : entry] as const,
  );
  return { changes: result.changes, told: Object.fromEntries(memory) };
}

export function speakerOf(snapshot: CaseSnapshot, version: number): Speaker {
  return {
    record: `CASE#${snapshot.key}`,
    version,
    occurredAt: snapshot.updatedAt ?? ('1970-01-01T00:00:00.000Z' as never),
  };
}

/** All happenings and plain values of a case; `republish` rebuilds happenings from these. */
export function caseTellings(snapshot: CaseSnapshot, told: Told): Telling[] {
  return [
    ...openingTellings(snapshot),
    ...decisionTellings(snapshot, told),
    ...snapshot.parcels.flatMap((parcel) => parcelTellings(parcel, told)),
    ...snapshot.directGoods.flatMap((fact) => goodsTellings(fact, { counted: true }, told)),
    ...moneyTellings(snapshot),
    // By their number, of which a word more makes never less: when one was may still change by an earlier word of it.
    ...snapshot.closings.map(
      (closedAt, index): Telling => ({
        key: `closed/${index + 1}`,
        mode: 'once',
        hash: 'told',
        type: 'Case Closed',
        data: { closedAt },
      }),
    ),
    ...reopeningTellings(snapshot),
    ...attentionTellings(snapshot, told),
  ];
}

function openingTellings({ openedAt, source, shop, caseId, details }: CaseSnapshot): Telling[] {
  if (!openedAt) {
    return [];
  }
  const { orderId, kind, reason, lines = [] } = details;
  const data = {
    source,
    shop,
    caseId,
    openedAt,
    lines,
    ...(orderId && { orderId }),
    ...(kind && { kind }),
    ...(reason && { reason: reason.code }),
  };
  return [{ key: 'opened', mode: 'once', hash: 'told', type: 'Case Opened', data }];
}

/** Told again after each closing that turns up late, so that the last word is the true one. */
function reopeningTellings({ reopenedAt, closings }: CaseSnapshot): Telling[] {
  const hash = `${reopenedAt} ${closings.length}`;
  return reopenedAt ? [{ key: 'reopened', mode: 'value', hash, type: 'Case Reopened', data: { reopenedAt } }] : [];
}

function decisionTellings({ decision, warehouse }: CaseSnapshot, told: Told): Telling[] {
  const { value, by, reason, at } = decision;
  if (value === 'new') {
    return at && told.decision
      ? [{ key: 'decision', mode: 'value', hash: '', type: 'Case Undecided', data: { since: at } }]
      : [];
  }
  const common = { ...(by && { by }), ...(reason && { reason }) };
  const hash = digestOf({ value, ...common });
  if (value === 'withdrawn') {
    return [{ key: 'decision', mode: 'value', hash, type: 'Case Withdrawn', data: common }];
  }
  return [
    {
      key: 'decision',
      mode: 'value',
      hash,
      type: 'Case Decided',
      data: { decision: value, ...common, ...(warehouse && { warehouseId: warehouse.id }) },
    },
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
