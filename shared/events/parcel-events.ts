import * as z from 'zod';
import { parcelSides, parcelStages } from '#shared/returns/carrier/parcel-stages.ts';
import { caseKinds } from '#shared/returns/opening/facts.ts';
import { instant, maybeText, skuQuantity, titledQuantity } from './values.ts';

const preAdviceFields = {
  announcementId: z.string(),
  warehouseId: z.string(),
  trackingNumber: z.string(),
  carrier: maybeText,
  caseId: z.string(),
  shop: z.string(),
  kind: z.exactOptional(z.enum(caseKinds)),
  orderId: maybeText,
  outboundOrderId: maybeText,
  lines: z.array(titledQuantity),
  reason: maybeText,
  check: z.array(z.string()),
  returnAddress: z.strictObject({
    country: z.string(),
    region: z.string(),
    city: z.string(),
    line: z.string(),
    postcode: maybeText,
  }),
};
const replaced = z.strictObject({ announcementId: z.string(), trackingNumber: z.string() });

export const parcelEvents = {
  'Return Tracking Assigned': z.strictObject(preAdviceFields),
  'Return Tracking Replaced': z.strictObject({ ...preAdviceFields, replaces: z.array(replaced) }),
  'Return Tracking Withdrawn': z.strictObject({
    announcementId: z.string(),
    warehouseId: z.string(),
    trackingNumber: z.string(),
    caseId: z.string(),
    shop: z.string(),
  }),
  'Return Parcel Moved': z.strictObject({
    trackingNumber: z.string(),
    carrier: maybeText,
    stage: z.enum(parcelStages),
    sides: z.array(z.enum(parcelSides)),
    movedAt: z.exactOptional(instant),
  }),
  'Return Parcel Unclaimed': z.strictObject({
    trackingNumber: z.string(),
    receivedAt: z.exactOptional(instant),
    warehouseId: maybeText,
    lines: z.array(skuQuantity),
  }),
  'Parcel Follow Requested': z.strictObject({
    trackingNumber: z.string(),
    carrier: maybeText,
    warehouseId: maybeText,
    round: z.int().min(1),
    notBefore: z.exactOptional(instant),
  }),
  'Return Parcel Claimed': z.strictObject({ trackingNumber: z.string(), cases: z.array(z.string()) }),
};
