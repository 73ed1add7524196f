import type { Told } from '../record/change.ts';
import { digestOf } from '../record/digest.ts';
import type { Instant } from '../record/instant.ts';
import type { Telling } from '../record/tell.ts';
import type { WarehousePart } from '../warehouse/part.ts';
import type { DecisionPart } from './part.ts';

type Needs = DecisionPart & WarehousePart & { readonly updatedAt?: Instant };

/** The decision as a value, each closing once, and the opening after the last of them. */
export function decisionTellings(record: Needs, told: Told): Telling[] {
  return [...decidedTellings(record, told), ...closingTellings(record), ...reopeningTellings(record)];
}

/** By their number, of which a word more makes never less: when one was may still change by an earlier word of it. */
function closingTellings({ closings }: DecisionPart): Telling[] {
  return closings.map((closedAt, index) => ({
    key: `closed/${index + 1}`,
    mode: 'once',
    hash: 'told',
    type: 'Case Closed',
    data: { closedAt },
  }));
}

/** Told again after each closing that turns up late, so that the last word is the true one. */
function reopeningTellings({ reopenedAt, closings }: DecisionPart): Telling[] {
  const hash = `${reopenedAt} ${closings.length}`;
  return reopenedAt ? [{ key: 'reopened', mode: 'value', hash, type: 'Case Reopened', data: { reopenedAt } }] : [];
}

/** A decision that was only misread has no time at which its sender took it back. */
function decidedTellings({ decision, warehouse, updatedAt }: Needs, told: Told): Telling[] {
  const { value, by, reason, at: since = updatedAt } = decision;
  if (value === 'new') {
    return since && told.decision
      ? [{ key: 'decision', mode: 'value', hash: '', type: 'Case Undecided', data: { since } }]
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
