import * as z from 'zod';
import { skuQuantity } from '../goods/facts.ts';
import { event } from '../record/event.ts';
import { instant, text } from '../record/values.ts';

const claim = { topic: 'claim', by: ['trackingNumber'] } as const;

export const claimEvents = {
  'Return Parcel Unclaimed': event(
    'A parcel reached a warehouse, and no case counts it.',
    {
      trackingNumber: text,
      receivedAt: z.exactOptional(instant),
      warehouseId: z.exactOptional(text),
      lines: z.array(skuQuantity),
    },
    claim,
  ),
  'Return Parcel Claimed': event(
    'An unclaimed parcel found its case.',
    { trackingNumber: text, cases: z.array(z.string()) },
    claim,
  ),
};
