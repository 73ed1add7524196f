import type { Channel, Merchant } from '#shared/merchant/merchant.ts';
import { caseKeyOf } from '#shared/returns/case/case-key.ts';
import { inPart, notUnderstood, saying } from '../observed.ts';
import { openReading, readFacts } from '../read-body.ts';
import type { Delivery, Observed } from '../source.ts';
import { caseFacts, personOf } from './case-facts.ts';
import { detailShape } from './detail-shape.ts';
import { unreadableAnew } from './logistics-facts.ts';
import { versionOf } from './reading.ts';
import { unknownCodes } from './unknown-codes.ts';

/** Without its code a line would be of other goods; without the count of the case, of all that were bought, and a gift would be one. */
const telling = ['shop_sku_code', 'after_sale_item_count', 'item_order_num'];

/** A case as it was read by `/afterSale/Detail`. All that has no time of its own is true as of the case's last change. */
export function observeRead(delivery: Delivery, channel: Channel, merchant: Merchant): Observed {
  const opened = openReading(delivery, channel, detailShape, telling);
  if (!opened.ok) {
    return notUnderstood(opened.reason);
  }
  const { read, content: detail } = opened;
  const { shop, caseId, hintAt, readAt } = read;
  const { after_sale_id: foundId, update_time: changedAt } = detail.process_info.after_sale_info;
  if (foundId !== caseId) {
    return notUnderstood('content: is another case than the one asked for');
  }
  const version = versionOf(changedAt, readAt);
  const unread = [...opened.unread, ...unknownCodes(detail), ...unreadableAnew(detail)];
  const facts = caseFacts(detail, {
    caseId,
    at: changedAt ?? hintAt,
    version,
    origin: `${channel.source}/${channel.channel}`,
    merchant,
    unread,
  });
  const ref = { caseKey: caseKeyOf({ source: channel.source, shop, caseId }) };
  const said = saying({ about: 'case', ref, facts: [...facts, ...readFacts(read)], ...personOf(detail) });
  return inPart(said, unread);
}
