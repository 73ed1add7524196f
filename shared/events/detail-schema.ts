import * as z from 'zod';
import { type EventType, events } from '#shared/returns/events.ts';
import { count, instant } from '#shared/returns/record/values.ts';

const metadataFields = {
  eventId: z.string().describe('always the same for the same change: drop an event whose id you have seen'),
  occurredAt: instant.describe('when the last of what led to it was received'),
  merchant: z.string().describe('whose bus it is'),
  version: count.describe('of the record; the bus gives no order, so the highest holds of each subject'),
  schemaVersion: z.literal(1).describe('grows when a form changes otherwise than by more fields'),
};
const caseKey = z.string().describe('the case: `<source>:<shop>:<case id>`');
const trackingNumber = z.string().describe('the parcel, by its tracking number');

/** The `metadata` by the kind of record that tells an event. */
const metadata = {
  case: z
    .strictObject({ ...metadataFields, caseKey })
    .meta({ id: 'CaseMetadata', description: 'Which case tells it, and at which of its versions.' }),
  parcel: z
    .strictObject({ ...metadataFields, trackingNumber })
    .meta({ id: 'ParcelMetadata', description: 'Which parcel tells it, and at which of its versions.' }),
  /** One object, not a union of the two: of a union, generators make types that nobody can read. */
  either: z
    .strictObject({
      ...metadataFields,
      caseKey: z.exactOptional(z.string()).describe(`${caseKey.description}; absent where a parcel tells it`),
      trackingNumber: z
        .exactOptional(z.string())
        .describe(`${trackingNumber.description}; absent where a case tells it`),
    })
    .refine((fields) => (fields.caseKey === undefined) !== (fields.trackingNumber === undefined), {
      error: 'has either a caseKey or a trackingNumber',
    })
    .meta({
      id: 'RecordMetadata',
      description:
        'Which record tells it, and at which of its versions: either `caseKey` is there or, of an `unclaimed-parcel` deadline, `trackingNumber`.',
    }),
};

/** The event as the name of a type in code: `CaseOpened`. */
export function typeNameOf(type: EventType): string {
  return type.replaceAll(' ', '');
}

/** The whole `detail` of one event as it is on the bus. Its `data` is named for the event. */
export function detailSchema(type: EventType) {
  const { record, summary, data } = events[type];
  const id = `${typeNameOf(type)}Data`;
  return z.strictObject({ metadata: metadata[record], data: data.meta({ id, description: summary }) });
}
