import type { CaseSnapshot } from '../case/case.ts';
import type { Note } from '../record/note.ts';
import type { CaseParcel } from '../tracking/part.ts';
import { differingNumbers } from './expected-goods.ts';
import { cameAtOf, type PlannedPreAdvice } from './pre-advice.ts';

type Basis = Pick<CaseSnapshot, 'closedAt' | 'parcels' | 'warehouse' | 'warehouseStatuses'>;

/**
 * What stands between a parcel and a warehouse that expects it: an announcement that is held because it lacks something, or that goes
 * without the carrier that a feed found; one by somebody else that is not what the case says, goods that came unannounced, trouble that
 * the warehouse has with its order. Of announcements nothing is said any more once the case is closed.
 */
export function announcementNotes(basis: Basis, planned: readonly PlannedPreAdvice[]): Note[] {
  return [...(basis.closedAt ? [] : planNotes(basis, planned)), ...statusNotes(basis)];
}

function planNotes({ parcels }: Basis, planned: readonly PlannedPreAdvice[]): Note[] {
  const byOthers = planned.filter(({ rules }) => !rules.announce);
  return [
    ...planned.filter(({ rules, isOver }) => rules.announce && !isOver).flatMap(ownNotes),
    ...differingNumbers(byOthers, parcels).map((detail): Note => ({ code: 'announcement-differs', detail })),
    ...byOthers
      .filter((plan) => cameUnannounced(parcels, plan))
      .map(({ content }): Note => ({ code: 'not-announced', detail: content.trackingNumber })),
  ];
}

function ownNotes({ content: { trackingNumber }, lacks, unmappedCarrier }: PlannedPreAdvice): Note[] {
  return [
    ...lacks.map((field): Note => ({ code: 'pre-advice-held', detail: `${trackingNumber} ${field}` })),
    ...(unmappedCarrier ? [{ code: 'carrier-unmapped', detail: `${trackingNumber} ${unmappedCarrier}` } as const] : []),
  ];
}

function cameUnannounced(parcels: readonly CaseParcel[], { content }: PlannedPreAdvice): boolean {
  const parcel = parcels.find(({ number }) => number === content.trackingNumber);
  const cameAt = parcel && cameAtOf(parcel, content.warehouseId);
  const own = parcel?.state?.expected?.find(({ warehouseId }) => warehouseId === content.warehouseId);
  return cameAt !== undefined && (own === undefined || own.at > cameAt);
}

function statusNotes({ warehouse, warehouseStatuses }: Basis): Note[] {
  return Object.entries(warehouseStatuses)
    .filter(([id]) => !warehouse || id === warehouse.id)
    .filter(([, { status }]) => status === 'exception' || status === 'rejected')
    .map(([id]) => ({ code: 'warehouse-exception', detail: id }));
}
