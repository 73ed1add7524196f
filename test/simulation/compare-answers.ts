import type { CaseSnapshot } from '#shared/returns/case/case.ts';
import type { CaseSides } from './compare-case.ts';
import type { Difference } from './difference.ts';

/** Whether Backhaul knows what the warehouse did with the case's parcel, whatever the calls came back with: took the order, or forgot it. */
export function compareAnswers(
  { lane, life }: Pick<CaseSides, 'lane' | 'life'>,
  { parcels, withdrawalAnswers }: Pick<CaseSnapshot, 'parcels' | 'withdrawalAnswers'>,
): Difference[] {
  const { orderId, trackingNumber, decision } = lane.doudian.truth(life.id);
  const isOfCase = (order: { readonly trackingNumber: string; readonly originalOrder?: string }) =>
    order.trackingNumber === trackingNumber && order.originalOrder === orderId;
  const wms = lane[life.warehouseId];
  const stands = wms.live().some(isOfCase);
  const isForgotten = !stands && wms.taken().some(isOfCase);
  const isAcknowledged = parcels.some(({ number, acknowledgedAt }) => number === trackingNumber && acknowledgedAt);
  const isWithdrawn = Object.values(withdrawalAnswers).some(({ accepted }) => accepted);
  const whats = [
    ...(stands && !isAcknowledged ? ['the warehouse took its order, and Backhaul does not know'] : []),
    ...(isForgotten && decision === 'withdrawn' && !isWithdrawn
      ? ['the warehouse forgot its order, and Backhaul does not know']
      : []),
  ];
  return whats.map((what) => ({ about: `${life.life} ${life.id}`, what }));
}
