import type { Channel, Merchant } from '#shared/merchant/merchant.ts';
import { caseKeyOf } from '#shared/returns/case-key.ts';
import { faultsOf, notUnderstood, stating } from '../observed.ts';
import { parseBody } from '../parse-body.ts';
import { parseLossless } from '../parse-lossless.ts';
import { readBodyShape, readFacts } from '../read-body.ts';
import type { Delivery, Observed } from '../source.ts';
import { caseFacts, personOf } from './case-facts.ts';
import { type Detail, detailShape } from './detail-shape.ts';
import { versionOf } from './reading.ts';

/** A case as it was read by `/afterSale/Detail`. All that has no time of its own is true as of the case's last change. */
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
  const detail = readDetail(content);
  if (typeof detail === 'string') {
    return notUnderstood(detail);
  }
  const { after_sale_id: foundId, update_time: changedAt } = detail.process_info.after_sale_info;
  if (foundId !== caseId) {
    return notUnderstood('content: is another case than the one asked for');
  }
  const version = versionOf(changedAt, readAt);
  const facts = caseFacts(detail, {
    caseId,
    at: changedAt ?? hintAt,
    version,
    origin: `${source}/${channel}`,
    merchant,
  });
  const ref = { caseKey: caseKeyOf({ source, shop, caseId }) };
  return stating({ about: 'case', ref, facts: [...facts, ...readFacts(read.data)], ...personOf(detail) });
}

/** The answer, or why it cannot be taken as it is. */
function readDetail(content: string): Detail | string {
  const parsed = parseBody(Buffer.from(content), parseLossless);
  if (!parsed.ok) {
    return `content: ${parsed.reason}`;
  }
  const read = detailShape.safeParse(parsed.value);
  return read.success ? read.data : faultsOf(read.error, 'content');
}
