import type { Channel, Merchant } from '#shared/merchant/merchant.ts';
import { caseKeyOf } from '#shared/returns/case/case-key.ts';
import { millisOf } from '#shared/returns/record/instant.ts';
import { notUnderstood, saying } from '../observed.ts';
import { openReading, readFacts } from '../read-body.ts';
import type { Delivery, Observed } from '../source.ts';
import { numberOf } from './global-id.ts';
import { type ReturnState, returnShape } from './read-shape.ts';
import { returnFacts, returnNotes } from './return-facts.ts';

/** A return as it was read at the store. All that has no time of its own is true as of the hint that caused the reading. */
export function observeRead(delivery: Delivery, channel: Channel, merchant: Merchant): Observed {
  const opened = openReading(delivery, channel, returnShape);
  if (!opened.ok) {
    return notUnderstood(opened.reason);
  }
  const { read, content: state } = opened;
  const { shop, caseId, hintAt, readAt } = read;
  if (isCutShort(state)) {
    return notUnderstood('content: the return has more lines or parcels than one page; a person must look at it');
  }
  if (numberOf(state.id, 'Return') !== caseId) {
    return notUnderstood('content.id: is another return than the one asked for');
  }
  const origin = `${channel.source}/${channel.channel}`;
  const facts = returnFacts(state, { at: hintAt, version: millisOf(readAt), origin, merchant });
  return saying({
    about: 'case',
    ref: { caseKey: caseKeyOf({ source: channel.source, shop, caseId }) },
    facts: [...facts, ...readFacts(read)],
    ...returnNotes(state),
  });
}

function isCutShort({ returnLineItems, reverseFulfillmentOrders }: ReturnState): boolean {
  const deliveries = reverseFulfillmentOrders?.nodes.map((each) => each.reverseDeliveries) ?? [];
  return [returnLineItems, reverseFulfillmentOrders, ...deliveries].some((page) => page?.pageInfo?.hasNextPage);
}
