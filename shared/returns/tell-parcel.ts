import type { Change, Told } from './change.ts';
import type { ParcelSnapshot } from './parcel.ts';
import { type Telling, tell } from './tell.ts';

/** A parcel itself tells only whether it is unclaimed; all else is told by the cases that count it. */
export function tellParcel(
  snapshot: ParcelSnapshot,
  told: Told,
  version: number,
): { readonly changes: Change[]; readonly told: Told } {
  const speaker = {
    record: `PARCEL#${snapshot.number}`,
    version,
    occurredAt: snapshot.updatedAt ?? ('1970-01-01T00:00:00.000Z' as never),
  };
  return tell(speaker, told, parcelTellings(snapshot, told));
}

export function parcelTellings(
  { number: trackingNumber, unclaimed, receivedAt, goods, cases }: ParcelSnapshot,
  told: Told,
): Telling[] {
  if (unclaimed) {
    const lines = goods.flatMap((fact) => (fact.fact === 'received' ? (fact.lines ?? []) : []));
    const data = {
      trackingNumber,
      lines,
      ...(receivedAt && { receivedAt }),
      ...(goods[0] && { warehouseId: goods[0].warehouseId }),
    };
    return [{ key: 'claim', mode: 'value', hash: 'unclaimed', type: 'Return Parcel Unclaimed', data }];
  }
  return told.claim
    ? [{ key: 'claim', mode: 'value', hash: 'claimed', type: 'Return Parcel Claimed', data: { trackingNumber, cases } }]
    : [];
}
