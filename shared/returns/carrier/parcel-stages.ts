/** A carrier's stages, in the order in which a parcel passes them. */
export const parcelStages = [
  'pick-up-booked',
  'numbered',
  'picked-up',
  'in-transit',
  'out-for-delivery',
  'delivered',
  'received',
] as const;
export type ParcelStage = (typeof parcelStages)[number];
export const parcelSides = ['stuck', 'lost', 'refused', 'returned-to-sender', 'wrong-warehouse'] as const;
export type ParcelSide = (typeof parcelSides)[number];
