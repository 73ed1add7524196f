import type { CaseSnapshot } from '../case/case.ts';
import { isEnded } from '../decision/ended.ts';
import type { CaseDetails } from '../opening/facts.ts';
import type { ParcelLink } from '../parcel/parcel.ts';
import type { CaseParcel } from './part.ts';

/** All of a case that its word to a parcel stands on. */
export type LinkBasis = Pick<
  CaseSnapshot,
  'key' | 'openedAt' | 'closedAt' | 'decision' | 'details' | 'warehouse' | 'parcels'
>;

/** What a case says to each parcel that it ever named; `revision` is the version of the snapshot that says it. */
export function linksOf(snapshot: LinkBasis, revision: number): ReadonlyMap<string, ParcelLink> {
  const { key: caseKey, warehouse } = snapshot;
  const lines = (snapshot.details.lines ?? []).map(({ sku, quantity }) => ({ sku, quantity }));
  const common = {
    caseKey,
    revision,
    open: isOpen(snapshot),
    ...spanOf(snapshot),
    ...(warehouse && { warehouseId: warehouse.id }),
    lines,
  };
  return new Map(snapshot.parcels.map((parcel) => [parcel.number, { ...common, ...wordOn(parcel, snapshot) }]));
}

/** From when to when the case can own anything. */
function spanOf({
  openedAt,
  closedAt,
  decision,
}: LinkBasis): Pick<ParcelLink, 'askedAt' | 'endedAt' | 'isWithdrawn' | 'closedAt'> {
  return {
    ...(openedAt && { askedAt: openedAt }),
    ...(isEnded(decision) && decision.at && { endedAt: decision.at }),
    ...(decision.value === 'withdrawn' && { isWithdrawn: true }),
    ...(closedAt && { closedAt }),
  };
}

function wordOn(
  { stands, knownAt, statedAt, statedCarrier, isOutbound, isGone, isTypedOutbound }: CaseParcel,
  { details }: LinkBasis,
) {
  return {
    // What went out may turn round at any time.
    stands: stands || (isOutbound === true && !isGone),
    statedAt,
    ...(knownAt && { knownAt }),
    ...(statedCarrier && { carrier: statedCarrier }),
    ...(isOutbound && { isOutbound, ...(isWithBuyer(details) && { isWithBuyer: true as const }) }),
    ...(isTypedOutbound && { isTypedOutbound }),
  };
}

/** By the store's word, or since the buyer asks to send the goods back. */
function isWithBuyer({ kind, orderState, deliveredAt }: CaseDetails): boolean {
  const isReturn = kind === 'return' || kind === 'exchange';
  return deliveredAt !== undefined || orderState === 'delivered' || (isReturn && orderState !== 'shipped');
}

/** What it says to a parcel that it named until the reading which named it was replaced by another. */
export function withdrawnLink({ key: caseKey }: CaseSnapshot, revision: number): ParcelLink {
  return { caseKey, revision, stands: false, open: false, lines: [] };
}

/** True of such a word. Of cases that it names, an earlier release wrote no dates either, but that they are open, or their lines. */
export function isWithdrawnLink({ stands, open, statedAt, lines }: ParcelLink): boolean {
  return !stands && !open && statedAt === undefined && lines.length === 0;
}

/** Not closed, and not ended by a decision. */
export function isOpen({ closedAt, decision }: Pick<CaseSnapshot, 'closedAt' | 'decision'>): boolean {
  return closedAt === undefined && !isEnded(decision);
}
