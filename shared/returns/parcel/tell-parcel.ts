import type { DeadlineRules } from '../deadlines/kinds.ts';
import { deadlineTellings } from '../deadlines/tell.ts';
import type { Change, Told } from '../record/change.ts';
import { digestOf } from '../record/digest.ts';
import { type Teller, type Telling, tell } from '../record/tell.ts';
import type { ParcelSnapshot } from './parcel.ts';

/** A parcel itself tells only whether it is unclaimed, its clocks, and what a feed is to follow; all else is told by the cases that count it. */
export function tellParcel(
  snapshot: ParcelSnapshot,
  told: Told,
  version: number,
  rules: DeadlineRules,
): { readonly changes: Change[]; readonly told: Told } {
  return tell(parcelTellerOf(snapshot, version), told, [
    ...parcelTellings(snapshot, told),
    ...deadlineTellings(snapshot, told, rules),
  ]);
}

export function parcelTellerOf({ number, updatedAt }: ParcelSnapshot, version: number): Teller {
  return { record: `PARCEL#${number}`, version, occurredAt: updatedAt ?? ('1970-01-01T00:00:00.000Z' as never) };
}

export function parcelTellings(snapshot: ParcelSnapshot, told: Told): Telling[] {
  return [...claimTellings(snapshot, told), ...followTellings(snapshot)];
}

/**
 * What is wanted no more is not taken back: there is nothing to cancel at a feed, and who asked once need not ask again. Nor does it
 * matter when a request that stands was to wait until.
 */
function followTellings({ following }: ParcelSnapshot): Telling[] {
  if (!following?.request) {
    return [];
  }
  const { notBefore: _notBefore, ...content } = following.request;
  const hash = digestOf(content);
  return [{ key: 'follow', mode: 'value', hash, type: 'Parcel Follow Requested', data: following.request }];
}

function claimTellings(
  { number: trackingNumber, unclaimed, unclaimedSince, goods: all, cases, candidates }: ParcelSnapshot,
  told: Told,
): Telling[] {
  if (unclaimed) {
    const goods = all.filter(({ at }) => !unclaimedSince || at >= unclaimedSince);
    const lines = goods.flatMap((fact) => (fact.fact === 'received' ? (fact.lines ?? []) : []));
    const data = {
      trackingNumber,
      lines,
      ...(unclaimedSince && { receivedAt: unclaimedSince }),
      ...(goods[0] && { warehouseId: goods[0].warehouseId }),
      ...(candidates && { candidates }),
    };
    return [{ key: 'claim', mode: 'value', hash: 'unclaimed', type: 'Return Parcel Unclaimed', data }];
  }
  return told.claim
    ? [{ key: 'claim', mode: 'value', hash: 'claimed', type: 'Return Parcel Claimed', data: { trackingNumber, cases } }]
    : [];
}
