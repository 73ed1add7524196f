import * as z from 'zod';
import { type EventType, events } from '#shared/returns/events.ts';
import { count, instant } from '#shared/returns/record/values.ts';

const metadataFields = {
  /** Always the same for the same change; consumers are idempotent by it. */
  eventId: z.string(),
  occurredAt: instant,
  merchant: z.string(),
  /** Of the record that changed. The bus gives no order: consumers go by this. */
  version: count,
  schemaVersion: z.literal(1),
};

/** The `metadata` of each event: of a case, or of a parcel. */
export const metadataSchema = z.union([
  z.strictObject({ ...metadataFields, caseKey: z.string() }),
  z.strictObject({ ...metadataFields, trackingNumber: z.string() }),
]);

/** The whole `detail` of one event as it is on the bus. */
export function detailSchema(type: EventType) {
  return z.strictObject({ metadata: metadataSchema, data: events[type].data });
}
