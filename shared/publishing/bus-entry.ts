import type { Change } from '#shared/returns/record/change.ts';

export const eventSource = 'backhaul.returns';

/** Grows when the form of `metadata` or `data` changes so that a consumer must know. */
export const schemaVersion = 1;

/**
 * The most that one entry, and all entries of one call, may weigh. Bytes. EventBridge takes 1 MB in most regions since January 2026
 * and 256 KiB in those that have not followed; our events are of a few KiB.
 */
export const maxPutBytes = 256 * 1024;

const maxDetailTypeChars = 128;

/** One event as the bus takes it. `detail` is JSON. */
export interface BusEntry {
  readonly source: typeof eventSource;
  readonly detailType: string;
  readonly detail: string;
}

export type MadeEntry =
  | { readonly ok: true; readonly entry: BusEntry }
  | { readonly ok: false; readonly reason: string };

/** Makes the event of a change, as it was found in a snapshot item. */
export function entryOf(change: unknown, merchant: string): MadeEntry {
  if (!isChange(change)) {
    return { ok: false, reason: 'malformed' };
  }
  const { eventId, occurredAt, version, type, data } = change;
  const metadata = { eventId, occurredAt, merchant, ...subjectOf(change.record), version, schemaVersion };
  const entry: BusEntry = { source: eventSource, detailType: type, detail: JSON.stringify({ metadata, data }) };
  return bytesOf(entry) > maxPutBytes ? { ok: false, reason: 'too-large' } : { ok: true, entry };
}

/** What EventBridge counts of an entry. Bytes. */
export function bytesOf({ source, detailType, detail }: BusEntry): number {
  return Buffer.byteLength(source) + Buffer.byteLength(detailType) + Buffer.byteLength(detail);
}

function subjectOf(record: string): { readonly caseKey: string } | { readonly trackingNumber: string } {
  const [kind = '', ...rest] = record.split('#');
  const key = rest.join('#');
  return kind === 'CASE' ? { caseKey: key } : { trackingNumber: key };
}

function isChange(value: unknown): value is Change {
  if (typeof value !== 'object' || value === null) {
    return false;
  }
  const { type, data, eventId, occurredAt, record, version } = value as Record<string, unknown>;
  const texts = [type, eventId, occurredAt].every((text) => typeof text === 'string' && text.length > 0);
  const isTitled = typeof type === 'string' && type.length <= maxDetailTypeChars;
  const isOfRecord = typeof record === 'string' && /^(CASE|PARCEL)#./.test(record);
  return texts && isTitled && isOfRecord && typeof version === 'number' && typeof data === 'object' && data !== null;
}
