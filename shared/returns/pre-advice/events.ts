import * as z from 'zod';
import { skuQuantity } from '../goods/facts.ts';
import { caseKind } from '../opening/facts.ts';
import { caseEvent } from '../record/event.ts';
import { text, type Value } from '../record/values.ts';

const returnAddress = z
  .object({
    country: z.string().describe('ISO 3166 code, as `CN`'),
    region: z.string().describe('province or state'),
    city: z.string().describe('city'),
    line: z.string().describe('street and number'),
    postcode: z.exactOptional(z.string()).describe('postcode'),
  })
  .meta({
    id: 'ReturnAddress',
    description: "Where the goods go: the warehouse's own address, without a contact's name or phone.",
  });
export type ReturnAddress = Value<typeof returnAddress>;

const announcementId = text.describe(
  '`<case key>/<hash>`: begins once and ends once, withdrawn or in `replaces` of another; never comes back',
);
const trackingNumber = text.describe('the number of the parcel');
const name = {
  announcementId,
  warehouseId: text.describe("the warehouse that is told, by its id in the merchant's file"),
  trackingNumber,
  caseId: text.describe("the store's id of the case"),
  shop: text.describe('the shop, as the store names it'),
};
const line = skuQuantity
  .extend({
    sku: text.describe("the goods, in the warehouse's own code where the merchant's file has one"),
    title: z.exactOptional(z.string()).describe('what it is called'),
  })
  .meta({ id: 'PreAdviceLine', description: 'Units of one SKU that a warehouse has to expect.' });

/** What a warehouse is told before a parcel comes (a return ASN), in the warehouse's own codes. No personal data but the return address, which is the warehouse's. */
const preAdvice = {
  ...name,
  carrier: z
    .exactOptional(text)
    .describe("who carries it, in the warehouse's own code where the merchant's file has one"),
  kind: z.exactOptional(caseKind),
  orderId: z.exactOptional(text).describe('the order, as the store names it'),
  outboundOrderId: z.exactOptional(text).describe('the order that the warehouse sent the goods out with'),
  lines: z
    .array(line)
    .describe('what is in it; empty for the second and later parcels of a case whose goods nobody assigned to parcels'),
  reason: z.exactOptional(text).describe("why the buyer sends it back, as the store's code"),
  check: z.array(z.string()).describe("what to look at: `quantity`, `condition`, and the code of the buyer's reason"),
  returnAddress,
};
const announcement = { topic: 'announcement', by: ['announcementId'] } as const;
const replaced = z
  .object({ announcementId, trackingNumber })
  .meta({ id: 'ReplacedAnnouncement', description: 'An announcement that ended.' });

export const preAdviceEvents = {
  'Return Tracking Assigned': caseEvent(
    'Pre-advice: a parcel is coming to this warehouse, with these lines.',
    preAdvice,
    announcement,
  ),
  'Return Tracking Replaced': caseEvent(
    'Pre-advice that takes the place of earlier ones.',
    { ...preAdvice, replaces: z.array(replaced).describe('the announcements that it takes the place of') },
    announcement,
  ),
  'Return Tracking Withdrawn': caseEvent('The warehouse must forget this pre-advice.', name, announcement),
};
export type PreAdvice = Value<(typeof preAdviceEvents)['Return Tracking Assigned']['data']>;
