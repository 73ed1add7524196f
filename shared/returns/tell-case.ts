import type { CaseParcel, CaseRules, CaseSnapshot } from './case.ts';
import type { Change, Told } from './change.ts';
import { digestOf } from './digest.ts';
import type { GoodsFact } from './fact.ts';
import { goodsIdOf } from './goods.ts';
import { type Speaker, tell, type Telling } from './tell.ts';
import { deadlineTellings } from './tell-deadlines.ts';
import { preAdviceTellings, replacedKeys } from './tell-pre-advice.ts';

/**
 * What this snapshot tells that was not told before, and the memory after it. Happenings are told once; values again when they differ
 * from what was last told, so A → B → A is told three times.
 */
export function tellCase(snapshot: CaseSnapshot, told: Told, version: number, rules: CaseRules): { readonly changes: Change[]; readonly told: Told } {
  const preAdvices = preAdviceTellings(snapshot, told, rules);
  const replaced = new Set(replacedKeys(preAdvices, told));
  const result = tell(speakerOf(snapshot, version), told, [...caseTellings(snapshot, told), ...preAdvices, ...deadlineTellings(snapshot, told, rules)]);
  const memory = Object.entries(result.told).map(([key, entry]) => [key, replaced.has(key) ? { ...entry, hash: '' } : entry] as const);
  return { changes: result.changes, told: Object.fromEntries(memory) };
}

export function speakerOf(snapshot: CaseSnapshot, version: number): Speaker {
  return { record: `CASE#${snapshot.key}`, version, occurredAt: snapshot.updatedAt ?? ('1970-01-01T00:00:00.000Z' as never) };
}

/** All happenings and plain values of a case; `republish` rebuilds happenings from these. */
export function caseTellings(snapshot: CaseSnapshot, told: Told): Telling[] {
  return [
    ...openingTellings(snapshot),
    ...decisionTellings(snapshot),
    ...snapshot.parcels.flatMap(parcelTellings),
    ...snapshot.directGoods.flatMap((fact) => goodsTellings(fact, undefined, true)),
    ...moneyTellings(snapshot),
    ...snapshot.closings.map((closedAt): Telling => ({ key: `closed/${closedAt}`, mode: 'once', hash: 'told', type: 'Case Closed', data: { closedAt } })),
    ...snapshot.reopenings.map((reopenedAt): Telling => ({ key: `reopened/${reopenedAt}`, mode: 'once', hash: 'told', type: 'Case Reopened', data: { reopenedAt } })),
    ...attentionTellings(snapshot, told),
  ];
}

function openingTellings({ openedAt, source, shop, caseId, details }: CaseSnapshot): Telling[] {
  if (!openedAt) {
    return [];
  }
  const { orderId, kind, reason, lines = [] } = details;
  const data = { source, shop, caseId, openedAt, lines, ...(orderId && { orderId }), ...(kind && { kind }), ...(reason && { reason: reason.code }) };
  return [{ key: 'opened', mode: 'once', hash: 'told', type: 'Case Opened', data }];
}

function decisionTellings({ decision, warehouse }: CaseSnapshot): Telling[] {
  const { value, by, reason } = decision;
  if (value === 'new') {
    return [];
  }
  const common = { ...(by && { by }), ...(reason && { reason }) };
  const hash = digestOf({ value, ...common });
  if (value === 'withdrawn') {
    return [{ key: 'decision', mode: 'value', hash, type: 'Case Withdrawn', data: common }];
  }
  return [{ key: 'decision', mode: 'value', hash, type: 'Case Decided', data: { decision: value, ...common, ...(warehouse && { warehouseId: warehouse.id }) } }];
}

function parcelTellings({ number: trackingNumber, stands, state }: CaseParcel): Telling[] {
  if (!state || state.allotment === 'not-attributed') {
    return [];
  }
  const { stage, sides, carrier, movedAt } = state;
  const data = { trackingNumber, stage, sides, ...(carrier && { carrier }), ...(movedAt && { movedAt }) };
  const moved: Telling[] = stage === 'numbered' && sides.length === 0 ? [] : [{ key: `parcel/${trackingNumber}`, mode: 'value', hash: digestOf({ stage, sides }), type: 'Return Parcel Moved', data }];
  return [...moved, ...state.goods.flatMap((fact) => goodsTellings(fact, trackingNumber, stands && state.allotment !== 'awaiting'))];
}

function goodsTellings(fact: GoodsFact, trackingNumber: string | undefined, counted: boolean): Telling[] {
  const common = { warehouseId: fact.warehouseId, at: fact.at, counted, ...(trackingNumber && { trackingNumber }) };
  const telling = { key: `goods/${trackingNumber ?? 'case'}/${goodsIdOf(fact)}`, mode: 'once', hash: 'told' } as const;
  switch (fact.fact) {
    case 'received':
      return [{ ...telling, type: 'Goods Received', data: { ...common, receiptId: fact.receiptId, ...(fact.lines && { lines: fact.lines }) } }];
    case 'stocked-in':
      return [{ ...telling, type: 'Goods Stocked In', data: { ...common, stockInId: fact.stockInId, lines: fact.lines } }];
    case 'inspected': {
      const { inspectionId, lines } = fact;
      const wrong = lines.filter((line) => line.result !== 'passed' || line.finding);
      const inspected: Telling = { ...telling, type: 'Goods Inspected', data: { ...common, inspectionId, lines } };
      return wrong.length === 0 ? [inspected] : [inspected, { ...telling, key: `${telling.key}/exception`, type: 'Goods Exception Found', data: { ...common, inspectionId, lines: wrong } }];
    }
  }
}

function moneyTellings({ money }: CaseSnapshot): Telling[] {
  return money.actions.flatMap(({ refundId, kind, amount, by, at, status, failedAt }) => {
    const common = { refundId, kind, amount, by };
    const failed: Telling[] = failedAt ? [{ key: `refund/${refundId}/failed`, mode: 'once', hash: 'told', type: 'Refund Failed', data: { ...common, at: failedAt } }] : [];
    const done: Telling[] = status === 'failed' ? [] : [{ key: `refund/${refundId}/done`, mode: 'once', hash: 'told', type: 'Refund Completed', data: { ...common, at } }];
    return [...failed, ...done];
  });
}

function attentionTellings({ attention }: CaseSnapshot, told: Told): Telling[] {
  if (attention.length > 0) {
    return [{ key: 'attention', mode: 'value', hash: attention.join(' '), type: 'Case Needs Attention', data: { reasons: attention } }];
  }
  const before = told['attention']?.change;
  return before?.type === 'Case Needs Attention' ? [{ key: 'attention', mode: 'value', hash: '', type: 'Case Attention Cleared', data: before.data }] : [];
}
