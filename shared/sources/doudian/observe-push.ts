import type { Channel } from '#shared/merchant/merchant.ts';
import { caseKeyOf } from '#shared/returns/case/case-key.ts';
import { type Instant, instantOf, millisOf, toInstant } from '#shared/returns/record/instant.ts';
import { unixTime } from '../china-time.ts';
import { faultsOf, ignored, notUnderstood } from '../observed.ts';
import { parseBody } from '../parse-body.ts';
import { parseLossless } from '../parse-lossless.ts';
import type { Delivery, Observed } from '../source.ts';
import { afterSaleShape, eventTimes, messageShape } from './message.ts';
import { splitMessages } from './split-messages.ts';

/** What a push says: a single message is a hint to read its case, several are taken apart first. */
export function observePush({ body, receivedAt }: Delivery, channel: Channel): Observed {
  const parsed = parseBody(body, parseLossless);
  if (!parsed.ok) {
    return notUnderstood(parsed.reason);
  }
  const messages: readonly unknown[] = Array.isArray(parsed.value) ? parsed.value : [parsed.value];
  if (messages.length > 1) {
    return { kind: 'several', parts: splitMessages(Buffer.from(body).toString(), messages) };
  }
  return messages.length === 0
    ? ignored('the push holds no message')
    : observeMessage(messages[0], channel, receivedAt);
}

function observeMessage(message: unknown, channel: Channel, receivedAt: Instant): Observed {
  const read = messageShape.safeParse(message);
  if (!read.success) {
    return notUnderstood(faultsOf(read.error));
  }
  const { tag, data } = read.data;
  if (tag === '0') {
    return ignored('a check of the endpoint');
  }
  if (/^1\d\d$/.test(tag)) {
    return ignored('not an after-sales message: an order is read when its case is');
  }
  return isAfterSales(tag)
    ? observeAfterSale(data, channel, receivedAt)
    : notUnderstood('tag: is none that Backhaul reads');
}

/** Those between the documented ones are after-sales, too, and a hint costs no more than a reading. */
function isAfterSales(tag: string): boolean {
  return /^2\d\d$/.test(tag) && tag <= '227';
}

function observeAfterSale(data: unknown, { source, shops }: Channel, receivedAt: Instant): Observed {
  const parsed = parseData(data);
  if (!parsed.ok) {
    return notUnderstood(`data: ${parsed.reason}`);
  }
  const read = afterSaleShape.safeParse(parsed.value);
  if (!read.success) {
    return notUnderstood(faultsOf(read.error, 'data'));
  }
  const { aftersale_id: caseId, shop_id: shop, update_time: updated } = read.data;
  if (!shops.includes(shop)) {
    return notUnderstood(`shop ${shop} is not one of this channel's`);
  }
  const ref = { caseKey: caseKeyOf({ source, shop, caseId }) };
  const at = timeOf(updated) ?? eventTimeOf(parsed.value);
  const hint = { kind: 'notify-only', shop, ref, at: inWholeSeconds(at ?? receivedAt) } as const;
  return at ? hint : { ...hint, atReceipt: true };
}

function parseData(data: unknown): ReturnType<typeof parseBody> {
  return typeof data === 'string' ? parseBody(Buffer.from(data), parseLossless) : { ok: true, value: data };
}

function eventTimeOf(data: unknown): Instant | undefined {
  const times = Object.values(eventTimes.safeParse(data).data ?? {});
  return times
    .flatMap((each) => timeOf(each) ?? [])
    .sort()
    .at(-1);
}

/** As the case itself tells its times: a hint of a later moment would make every reading look too old. */
function inWholeSeconds(at: Instant): Instant {
  return instantOf(Math.floor(millisOf(at) / 1000) * 1000);
}

function timeOf(value: unknown): Instant | undefined {
  if (typeof value === 'number') {
    return unixTime(value);
  }
  return typeof value === 'string' ? (toInstant(value) ?? unixTime(value)) : undefined;
}
