import * as z from 'zod';
import { skuQuantity } from '../goods/facts.ts';
import { parcelEvent } from '../record/event.ts';
import { instant, text } from '../record/values.ts';

const claim = { topic: 'claim', by: ['trackingNumber'] } as const;
const trackingNumber = text.describe('the number of the parcel');

export const claimEvents = {
  'Return Parcel Unclaimed': parcelEvent(
    'A parcel reached a warehouse, and no case counts it.',
    {
      trackingNumber,
      receivedAt: z.exactOptional(instant).describe('when it reached the warehouse, by its earliest report'),
      warehouseId: z.exactOptional(text).describe("where it is: the warehouse's id in the merchant's file"),
      lines: z.array(skuQuantity).describe('what was counted at the dock; empty where nobody counted'),
      candidates: z
        .exactOptional(z.array(text))
        .describe('what else its number may be, the likelier first: a case may name one of these'),
    },
    claim,
  ),
  'Return Parcel Claimed': parcelEvent(
    'An unclaimed parcel found its case.',
    { trackingNumber, cases: z.array(z.string()).describe('the keys of the cases that name it') },
    claim,
  ),
};
