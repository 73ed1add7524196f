import * as z from 'zod';
import { caseEvent, parcelEvent } from '../record/event.ts';
import { instant, text, type Value } from '../record/values.ts';
import { parcelSides, parcelStages } from './parcel-stages.ts';

const stage = z.enum(parcelStages).meta({ id: 'ParcelStage', description: 'Where a parcel is on its way.' });
const side = z.enum(parcelSides).meta({ id: 'ParcelSide', description: 'What is wrong with a parcel on its way.' });

export const carrierEvents = {
  'Return Parcel Moved': caseEvent(
    'The carrier moved the parcel on, or reported trouble with it.',
    {
      trackingNumber: text.describe('the number of the parcel'),
      carrier: z.exactOptional(text).describe("who carries it, in the merchant's own code"),
      stage,
      sides: z.array(side).describe('what is wrong with it now; empty where nothing is'),
      movedAt: z.exactOptional(instant).describe('when it came to this stage, by the word of the carrier'),
    },
    { topic: 'movement', by: ['trackingNumber'] },
  ),
  'Parcel Follow Requested': parcelEvent(
    'A carrier feed is to follow this number; not before the time given, where there is one.',
    {
      trackingNumber: text.describe('the number to follow'),
      carrier: z.exactOptional(text).describe("who carries it, in the merchant's own code"),
      warehouseId: z
        .exactOptional(text)
        .describe('where the parcel goes: some feeds ask for the end of the phone number there'),
      round: z.int().min(1).describe('counts our tries, from 1'),
      notBefore: z.exactOptional(instant).describe('a feed that gave up wants to be left alone until then'),
    },
    { topic: 'following', by: ['trackingNumber'] },
  ),
};

/** What a carrier feed is asked: to follow this number. */
export type FollowRequest = Value<(typeof carrierEvents)['Parcel Follow Requested']['data']>;
