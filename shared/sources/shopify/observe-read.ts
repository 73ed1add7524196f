import type { Channel, Merchant } from '#shared/merchant/merchant.ts';
import { caseKeyOf } from '#shared/returns/case/case-key.ts';
import { millisOf } from '#shared/returns/record/instant.ts';
import { inPart, notUnderstood, saying } from '../observed.ts';
import { openReading, readFacts } from '../read-body.ts';
import type { Delivery, Observed, Unread } from '../source.ts';
import { numberOf } from './global-id.ts';
import { type ReturnState, returnShape } from './read-shape.ts';
import { refundFacts, uncertainRefunds, unsettledRefunds } from './refund-facts.ts';
import { returnFacts, returnNotes } from './return-facts.ts';
import { unknownStatus } from './status-facts.ts';

/**
 * Without its SKU a line would be of other goods, and so it would without the item that has it; without the buyer's currency a price is another sum, and
 * so is a refund without a part of its money; without its status a shipment may be none.
 */
const telling = [
  'sku',
  'presentmentMoney',
  /^order\.fulfillments\.\d+\.status$/,
  'lineItem',
  'fulfillmentLineItem',
  /^refunds\.nodes\.\d+\.(?:transactions(?!\.pageInfo)|refundShippingLines)(?!.*\.shopMoney)/,
];

/** A return as it was read at the store. All that has no time of its own is true as of the hint that caused the reading. */
export function observeRead(delivery: Delivery, channel: Channel, merchant: Merchant): Observed {
  const opened = openReading(delivery, channel, returnShape, telling);
  if (!opened.ok) {
    return notUnderstood(opened.reason);
  }
  const { read, content: state } = opened;
  const { shop, caseId, hintAt, readAt } = read;
  if (numberOf(state.id, 'Return') !== caseId) {
    return notUnderstood('content.id: is another return than the one asked for');
  }
  const unread = [...opened.unread, ...cutPages(state), ...unknownStatus(state), ...uncertainRefunds(state)];
  const origin = `${channel.source}/${channel.channel}`;
  const reading = { at: hintAt, version: millisOf(readAt), origin, merchant, unread };
  const said = saying({
    about: 'case',
    ref: { caseKey: caseKeyOf({ source: channel.source, shop, caseId }) },
    facts: [...returnFacts(state, reading), ...refundFacts(state, reading), ...readFacts(read)],
    ...returnNotes(state),
  });
  return inPart(said, unread, unsettledRefunds(state));
}

/** Of what does not fit on one page the rest is not read. */
function cutPages({ returnLineItems, reverseFulfillmentOrders: orders, refunds }: ReturnState): Unread[] {
  const pages = {
    returnLineItems,
    reverseFulfillmentOrders: orders,
    refunds,
    ...Object.fromEntries(
      (orders?.nodes ?? []).map(({ reverseDeliveries }, index) => [
        `reverseFulfillmentOrders.nodes.${index}.reverseDeliveries`,
        reverseDeliveries,
      ]),
    ),
  };
  return Object.entries(pages)
    .filter(([, page]) => page?.pageInfo?.hasNextPage)
    .map(([path]) => ({ path: `content.${path}`, expected: 'has more than one page; look at the rest at the store' }));
}
