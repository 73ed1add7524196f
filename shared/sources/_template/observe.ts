import * as z from 'zod';
import type { Channel } from '#shared/merchant/merchant.ts';
import { caseKeyOf } from '#shared/returns/case/case-key.ts';
import { toInstant } from '#shared/returns/record/instant.ts';
import { faultsOf, notUnderstood, saying } from '../observed.ts';
import { parseBody } from '../parse-body.ts';
import type { Delivery, Observed, Observer } from '../source.ts';

const message = z.object({ returnId: z.string().min(1).max(120), openedAt: z.string() });

/** The half that understands. */
export const templateObserver: Observer = { source: 'template', revision: 1, observe };

function observe({ body }: Delivery, { source, shops: [shop = ''] }: Channel): Observed {
  const parsed = parseBody(body, JSON.parse);
  if (!parsed.ok) {
    return notUnderstood(parsed.reason);
  }
  const read = message.safeParse(parsed.value);
  if (!read.success) {
    return notUnderstood(faultsOf(read.error));
  }
  const at = toInstant(read.data.openedAt);
  if (!at) {
    return notUnderstood('openedAt: must be an ISO 8601 time with its zone');
  }
  const ref = { caseKey: caseKeyOf({ source, shop, caseId: read.data.returnId }) };
  return saying({ about: 'case', ref, facts: [{ fact: 'requested', at }] });
}
