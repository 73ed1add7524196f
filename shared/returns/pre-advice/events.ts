import * as z from 'zod';
import { skuQuantity } from '../goods/facts.ts';
import { caseKinds } from '../opening/facts.ts';
import { event } from '../record/event.ts';
import { text, type Value } from '../record/values.ts';

/** Where the goods go: the warehouse's own address, without a contact's name or phone. */
const returnAddress = z.object({
  country: z.string(),
  region: z.string(),
  city: z.string(),
  line: z.string(),
  postcode: z.exactOptional(z.string()),
});
export type ReturnAddress = Value<typeof returnAddress>;

const name = { announcementId: text, warehouseId: text, trackingNumber: text, caseId: text, shop: text };

/** What a warehouse is told before a parcel comes (a return ASN), in the warehouse's own codes. No personal data but the return address, which is the warehouse's. */
const preAdvice = {
  ...name,
  /** In the warehouse's own code where the merchant's configuration has one. */
  carrier: z.exactOptional(text),
  kind: z.exactOptional(z.enum(caseKinds)),
  orderId: z.exactOptional(text),
  outboundOrderId: z.exactOptional(text),
  /** Empty for the second and later parcels of a case whose goods nobody assigned to parcels. */
  lines: z.array(skuQuantity.extend({ title: z.exactOptional(z.string()) })),
  reason: z.exactOptional(text),
  /** What to look at: `quantity`, `condition`, and the code of the buyer's reason. */
  check: z.array(z.string()),
  returnAddress,
};
/** Each begins once, and ends once: withdrawn, or in `replaces` of another. Its id never comes back. */
const announcement = { topic: 'announcement', by: ['announcementId'] } as const;
const replaces = z.array(z.object({ announcementId: text, trackingNumber: text }));

export const preAdviceEvents = {
  'Return Tracking Assigned': event(
    'Pre-advice: a parcel is coming to this warehouse, with these lines.',
    preAdvice,
    announcement,
  ),
  'Return Tracking Replaced': event(
    'Pre-advice that takes the place of earlier ones.',
    { ...preAdvice, replaces },
    announcement,
  ),
  'Return Tracking Withdrawn': event('The warehouse must forget this pre-advice.', name, announcement),
};
export type PreAdvice = Value<(typeof preAdviceEvents)['Return Tracking Assigned']['data']>;
