import * as z from 'zod';
import { event } from '../record/event.ts';
import { instant, text, type Value } from '../record/values.ts';
import { parcelSides, parcelStages } from './parcel-stages.ts';

export const carrierEvents = {
  'Return Parcel Moved': event(
    'The carrier moved the parcel on, or reported trouble with it.',
    {
      trackingNumber: text,
      carrier: z.exactOptional(text),
      stage: z.enum(parcelStages),
      sides: z.array(z.enum(parcelSides)),
      movedAt: z.exactOptional(instant),
    },
    { topic: 'movement', by: ['trackingNumber'] },
  ),
  'Parcel Follow Requested': event(
    'A carrier feed is to follow this number; not before the time given, where there is one.',
    {
      trackingNumber: text,
      /** In the merchant's own code. */
      carrier: z.exactOptional(text),
      /** Where the parcel goes: some feeds ask for the end of the phone number there. */
      warehouseId: z.exactOptional(text),
      /** Counts our tries, from 1. */
      round: z.int().min(1),
      /** A feed that gave up wants to be left alone until then. */
      notBefore: z.exactOptional(instant),
    },
    { topic: 'following', by: ['trackingNumber'] },
  ),
};

/** What a carrier feed is asked: to follow this number. */
export type FollowRequest = Value<(typeof carrierEvents)['Parcel Follow Requested']['data']>;
