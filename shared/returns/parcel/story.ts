import type { FollowRequest } from '../carrier/events.ts';
import type { ChangeRows } from '../record/story.ts';

export interface ParcelLines {
  readonly 'follow-requested': Pick<FollowRequest, 'trackingNumber' | 'round' | 'notBefore'>;
  readonly 'parcel-unclaimed': { readonly trackingNumber: string };
  readonly 'parcel-claimed': { readonly trackingNumber: string };
}

/** What a feed was last asked, and whether anyone claimed the parcel: without naming other cases. */
export const parcelChanges: ChangeRows<ParcelLines> = {
  'Parcel Follow Requested': ({ trackingNumber, round, notBefore }) => ({
    code: 'follow-requested',
    values: { trackingNumber, round, ...(notBefore && { notBefore }) },
  }),
  'Return Parcel Unclaimed': ({ trackingNumber }) => ({ code: 'parcel-unclaimed', values: { trackingNumber } }),
  'Return Parcel Claimed': ({ trackingNumber }) => ({ code: 'parcel-claimed', values: { trackingNumber } }),
};
