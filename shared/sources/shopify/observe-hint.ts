import * as z from 'zod';
import { caseKeyOf } from '#shared/returns/case/case-key.ts';
import type { Instant } from '#shared/returns/record/instant.ts';
import { notUnderstood } from '../observed.ts';
import type { Observed } from '../source.ts';
import { numberOf } from './global-id.ts';

export interface Hint {
  readonly source: string;
  readonly shop: string;
  readonly at: Instant;
}

const named = z.object({
  id: z.union([z.string(), z.number()]).optional(),
  admin_graphql_api_id: z.string().nullish(),
});
const reverseDelivery = z.object({ return: named });

/** A `returns/*` webhook says only that its return changed, whatever it claims to be: topic and body are told apart by nobody. */
export function observeReturn(value: unknown, hint: Hint): Observed {
  const read = named.safeParse(value);
  return read.success ? lookAt(read.data, hint) : notUnderstood('the body names no return');
}

/** `reverse_deliveries/attach_deliverable`: a label or number was put on a delivery of the return. */
export function observeReverseDelivery(value: unknown, hint: Hint): Observed {
  const read = reverseDelivery.safeParse(value);
  return read.success ? lookAt(read.data.return, hint) : notUnderstood('the body names no return');
}

/** `reverse_fulfillment_orders/dispose` knows its return only by a name that a reading has told before. */
export function observeDisposition(value: unknown, { shop, at }: Hint): Observed {
  const globalId = named.safeParse(value).data?.admin_graphql_api_id ?? undefined;
  const number = numberOf(globalId, 'ReverseFulfillmentOrder');
  if (number === undefined) {
    return notUnderstood('the body names no reverse fulfillment order');
  }
  const alias = { kind: 'reverse-order', value: `gid://shopify/ReverseFulfillmentOrder/${number}` } as const;
  return { kind: 'notify-only', shop, ref: { alias }, at };
}

function lookAt(name: z.output<typeof named>, { source, shop, at }: Hint): Observed {
  const caseId = returnNumberOf(name);
  if (caseId === undefined) {
    return notUnderstood('the body names no return');
  }
  return { kind: 'notify-only', shop, ref: { caseKey: caseKeyOf({ source, shop, caseId }) }, at };
}

/** The global id is exact; the plain one stands in only where there is none. */
export function returnNumberOf({ id, admin_graphql_api_id: globalId }: z.output<typeof named>): string | undefined {
  if (globalId) {
    return numberOf(globalId, 'Return');
  }
  const number = String(id ?? '');
  return /^\d{1,30}$/.test(number) ? number : undefined;
}
