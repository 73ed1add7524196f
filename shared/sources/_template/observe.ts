import * as z from 'zod';
import type { Channel } from '#shared/merchant/merchant.ts';
import { caseKeyOf } from '#shared/returns/case/case-key.ts';
import { isoTime } from '../iso-time.ts';
import { inPart, notUnderstood, saying } from '../observed.ts';
import { parseBody } from '../parse-body.ts';
import { readInPart } from '../read-in-part.ts';
import type { Delivery, Observed, Observer } from '../source.ts';

const message = z.object({ returnId: z.string().min(1).max(120), openedAt: isoTime.optional() });

/** The half that understands. */
export const templateObserver: Observer = { source: 'template', revision: 1, observe };

function observe({ body, receivedAt }: Delivery, { source, shops: [shop = ''] }: Channel): Observed {
  const parsed = parseBody(body, JSON.parse);
  if (!parsed.ok) {
    return notUnderstood(parsed.reason);
  }
  const read = readInPart(message, parsed.value);
  if (!read.ok) {
    return notUnderstood(read.reason);
  }
  const { returnId, openedAt: at = receivedAt } = read.value;
  const ref = { caseKey: caseKeyOf({ source, shop, caseId: returnId }) };
  return inPart(saying({ about: 'case', ref, facts: [{ fact: 'requested', at }] }), read.unread);
}
