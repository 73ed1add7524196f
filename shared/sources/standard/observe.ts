import * as z from 'zod';
import type { Channel, Merchant } from '#shared/merchant/merchant.ts';
import { notUnderstood } from '../observed.ts';
import { parseBody } from '../parse-body.ts';
import { readInPart } from '../read-in-part.ts';
import type { Delivery, Observed, Observer, Unread } from '../source.ts';
import { time } from './fields.ts';
import { rows } from './rows.ts';

const message = z.object({ type: z.string(), timestamp: time.optional(), data: z.unknown() });
const withoutTime: Unread = { path: 'timestamp', expected: 'is missing; it must be an ISO 8601 time with its zone' };

/** `{ type, timestamp, data }`: the type's row says what it means, if this channel's role may say it. */
export const standardObserver: Observer = { source: 'standard', revision: 5, observe };

function observe({ body, receivedAt }: Delivery, channel: Channel, merchant: Merchant): Observed {
  const parsed = parseBody(body, parseWithoutNulls);
  if (!parsed.ok) {
    return notUnderstood(parsed.reason);
  }
  const read = readInPart(message, parsed.value);
  if (!read.ok) {
    return notUnderstood(read.reason);
  }
  const { type, timestamp, data } = read.value;
  const unread = timestamp || read.unread.length > 0 ? read.unread : [withoutTime];
  const row = rows.get(type);
  if (!row) {
    return notUnderstood(`type: must be one of: ${[...rows.keys()].join(', ')}`);
  }
  if (!row.roles.includes(channel.role)) {
    return notUnderstood(`type: ${type} is not for a ${channel.role} to say, only for: ${row.roles.join(', ')}`);
  }
  return row.read(data, { channel, merchant, at: timestamp ?? receivedAt, unread });
}

/** `null` says no more than leaving a field out. */
function parseWithoutNulls(text: string): unknown {
  return JSON.parse(text, (_key, value) => (value === null ? undefined : value));
}
