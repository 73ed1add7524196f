import * as z from 'zod';
import type { Channel, Merchant } from '#shared/merchant/merchant.ts';
import { faultsOf, notUnderstood } from '../observed.ts';
import { parseBody } from '../parse-body.ts';
import type { Delivery, Observed, Observer } from '../source.ts';
import { time } from './fields.ts';
import { rows } from './rows.ts';

const message = z.object({ type: z.string(), timestamp: time, data: z.unknown() });

/** `{ type, timestamp, data }`: the type's row says what it means, if this channel's role may say it. */
export const standardObserver: Observer = { source: 'standard', observe };

function observe({ body }: Delivery, channel: Channel, merchant: Merchant): Observed {
  const parsed = parseBody(body, parseWithoutNulls);
  if (!parsed.ok) {
    return notUnderstood(parsed.reason);
  }
  const read = message.safeParse(parsed.value);
  if (!read.success) {
    return notUnderstood(faultsOf(read.error));
  }
  const { type, timestamp: at, data } = read.data;
  const row = rows.get(type);
  if (!row) {
    return notUnderstood(`type: must be one of: ${[...rows.keys()].join(', ')}`);
  }
  if (!row.roles.includes(channel.role)) {
    return notUnderstood(`type: ${type} is not for a ${channel.role} to say, only for: ${row.roles.join(', ')}`);
  }
  return row.read(data, { channel, merchant, at });
}

/** `null` says no more than leaving a field out. */
function parseWithoutNulls(text: string): unknown {
  return JSON.parse(text, (_key, value) => (value === null ? undefined : value));
}
