import * as z from 'zod';
import { caseKeyOf } from '#shared/returns/case/case-key.ts';
import type { Instant } from '#shared/returns/record/instant.ts';
import { inPart, notUnderstood } from '../observed.ts';
import { readInPart } from '../read-in-part.ts';
import type { Observed } from '../source.ts';
import { numberOf } from './global-id.ts';

export interface Hint {
  readonly source: string;
  readonly shop: string;
  readonly at: Instant;
}

export const plainId = z.union([z.string(), z.number()], 'must be an id').nullish();
export const named = z.object({ id: plainId, admin_graphql_api_id: z.string().nullish() });
const reverseDelivery = z.object({ return: named });

/** A `returns/*` webhook says only that its return changed, whatever it claims to be: topic and body are told apart by nobody. */
export function observeReturn(value: unknown, hint: Hint): Observed {
  const read = readInPart(named, value);
  return read.ok ? inPart(lookAt(read.value, 'admin_graphql_api_id', hint), read.unread) : notUnderstood(read.reason);
}

/** `reverse_deliveries/attach_deliverable`: a label or number was put on a delivery of the return. */
export function observeReverseDelivery(value: unknown, hint: Hint): Observed {
  const read = readInPart(reverseDelivery, value);
  return read.ok
    ? inPart(lookAt(read.value.return, 'return.admin_graphql_api_id', hint), read.unread)
    : notUnderstood(read.reason);
}

/** `reverse_fulfillment_orders/dispose` knows its return only by a name that a reading has told before. */
export function observeDisposition(value: unknown, { shop, at }: Hint): Observed {
  const read = readInPart(named, value);
  if (!read.ok) {
    return notUnderstood(read.reason);
  }
  const number = numberOf(read.value.admin_graphql_api_id, 'ReverseFulfillmentOrder');
  if (number === undefined) {
    return inPart(notUnderstood('admin_graphql_api_id: names no reverse fulfillment order'), read.unread);
  }
  const alias = { kind: 'reverse-order', value: `gid://shopify/ReverseFulfillmentOrder/${number}` } as const;
  return { kind: 'notify-only', shop, ref: { alias }, at };
}

/** @param path - Of the name, for the reason. */
function lookAt(name: z.output<typeof named>, path: string, { source, shop, at }: Hint): Observed {
  const caseId = returnNumberOf(name);
  if (caseId === undefined) {
    return notUnderstood(`${path}: names no return`);
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
