import type { Channel, Merchant } from '#shared/merchant/merchant.ts';
import { caseKeyOf } from '#shared/returns/case-key.ts';
import { millisOf } from '#shared/returns/instant.ts';
import { faultsOf, notUnderstood, stating } from '../observed.ts';
import { parseBody } from '../parse-body.ts';
import { parseLossless } from '../parse-lossless.ts';
import { readBodyShape, readFacts } from '../read-body.ts';
import type { Delivery, Observed } from '../source.ts';
import { numberOf } from './global-id.ts';
import { type ReturnState, returnShape } from './read-shape.ts';
import { returnFacts, returnNotes } from './return-facts.ts';

/** A return as it was read at the store. All that has no time of its own is true as of the hint that caused the reading. */
export function observeRead({ body }: Delivery, { source, channel, shops }: Channel, merchant: Merchant): Observed {
  const parsed = parseBody(body, parseLossless);
  if (!parsed.ok) {
    return notUnderstood(parsed.reason);
  }
  const read = readBodyShape.safeParse(parsed.value);
  if (!read.success) {
    return notUnderstood(faultsOf(read.error));
  }
  const { shop, caseId, hintAt, readAt, content } = read.data;
  if (!shops.includes(shop)) {
    return notUnderstood('shop: is none of this channel');
  }
  const state = readState(content);
  if (typeof state === 'string') {
    return notUnderstood(state);
  }
  if (numberOf(state.id, 'Return') !== caseId) {
    return notUnderstood('content.id: is another return than the one asked for');
  }
  const facts = returnFacts(state, { at: hintAt, version: millisOf(readAt), origin: `${source}/${channel}`, merchant });
  return stating({
    about: 'case',
    ref: { caseKey: caseKeyOf({ source, shop, caseId }) },
    facts: [...facts, ...readFacts(read.data)],
    ...returnNotes(state),
  });
}

/** The return, or why it cannot be taken as it is. */
function readState(content: string): ReturnState | string {
  const parsed = parseBody(Buffer.from(content), parseLossless);
  if (!parsed.ok) {
    return `content: ${parsed.reason}`;
  }
  const read = returnShape.safeParse(parsed.value);
  if (!read.success) {
    return faultsOf(read.error, 'content');
  }
  return isCutShort(read.data)
    ? 'content: the return has more lines or parcels than one page; a person must look at it'
    : read.data;
}

function isCutShort({ returnLineItems, reverseFulfillmentOrders }: ReturnState): boolean {
  const deliveries = reverseFulfillmentOrders?.nodes.map((each) => each.reverseDeliveries) ?? [];
  return [returnLineItems, reverseFulfillmentOrders, ...deliveries].some((page) => page?.pageInfo?.hasNextPage);
}
