import { readTrackingNumber } from '#shared/identifiers/tracking-number.ts';
import { parseCaseKey } from '../case/case-key.ts';

/** An order of a shop, as the store names it. */
export interface OrderName {
  readonly source: string;
  readonly shop: string;
  readonly orderId: string;
}

/** In UTF-16 units: what is longer fits into no key, and is no order's name. */
const longestOrderId = 256;

/** The order of a case; shop and source by its key, which is verified. Undefined where what is said for it names none. */
export function orderOf(caseKey: string, orderId: string | undefined): OrderName | undefined {
  const parts = parseCaseKey(caseKey);
  if (!parts || !orderId || orderId.length > longestOrderId || readTrackingNumber(orderId).kind === 'placeholder') {
    return undefined;
  }
  return { source: parts.source, shop: parts.shop, orderId };
}
