import { movementTellings } from '../carrier/tell.ts';
import type { EventData } from '../events.ts';
import { exceptionTelling } from '../goods/tell.ts';
import { paidTelling } from '../money/tell.ts';
import type { Change, Told } from '../record/change.ts';
import { heardOf, type Telling } from '../record/tell.ts';
import type { CaseSnapshot } from './case.ts';

type Basis = Pick<CaseSnapshot, 'parcels' | 'directGoods' | 'money'>;

/**
 * What was told as a value of something that is not in the record any more, since the reading which put it there was replaced by another: a parcel
 * that the case names no more is a mere number again, of a check that was not there nothing is wrong, and a payment that was none is one of 0.
 */
export function goneTellings(snapshot: Basis, told: Told): Telling[] {
  return Object.entries(told).flatMap(([key, entry]) => goneTelling(key, heardOf(entry)?.change, snapshot, told));
}

function goneTelling(key: string, change: Change | undefined, snapshot: Basis, told: Told): Telling[] {
  if (change?.type === 'Return Parcel Moved') {
    const { trackingNumber: number } = change.data;
    const isNamed = snapshot.parcels.some((parcel) => parcel.number === number);
    return isNamed ? [] : movementTellings({ number, stage: 'numbered', sides: [] }, told);
  }
  if (change?.type === 'Refund Completed' && !isPaid(change.data, snapshot)) {
    return [paidTelling(key, { ...change.data, amount: { ...change.data.amount, amount: 0 } })];
  }
  if (change?.type === 'Goods Exception Found' && !isThere(change.data, snapshot)) {
    return [exceptionTelling(key, { ...change.data, lines: [] })];
  }
  return [];
}

function isPaid({ refundId }: EventData['Refund Completed'], { money }: Basis): boolean {
  return money.actions.some((action) => action.refundId === refundId && action.status !== 'failed');
}

/** Also where it is not said whose the goods are: that says nothing of the check. */
function isThere(
  { trackingNumber, inspectionId, warehouseId }: EventData['Goods Exception Found'],
  { parcels, directGoods }: Basis,
): boolean {
  const goods = trackingNumber ? parcels.find(({ number }) => number === trackingNumber)?.state?.goods : directGoods;
  return (goods ?? []).some(
    (fact) => fact.fact === 'inspected' && fact.inspectionId === inspectionId && fact.warehouseId === warehouseId,
  );
}
