import { instantOf } from '#shared/returns/record/instant.ts';
import type { OrderCall } from '../connector.ts';

export type HttpCall = 'create' | 'cancel';

const types = { create: 'return.expected', cancel: 'return.cancelled' } as const;

/**
 * What the WMS is sent (docs/http-warehouse.md), as JSON text. Field by field, so that what pre-advice learns to hold later is not sent
 * by itself. No personal data: the return address is the warehouse's own, and nothing of {@link OrderCall.sender} is in it.
 */
export function writeMessage(kind: HttpCall, { orderCode, orderId, advice, now }: OrderCall): string {
  const { announcementId, trackingNumber, carrier, caseId, shop, lines, outboundOrderId, reason, check } = advice;
  const data = {
    orderCode,
    warehouseOrderId: orderId,
    announcementId,
    trackingNumber,
    carrier,
    lines: lines.map(({ sku, quantity, title }) => ({ sku, quantity, title })),
    orderId: advice.orderId,
    outboundOrderId,
    kind: advice.kind,
    reason,
    check,
    returnAddress: advice.returnAddress,
    shop,
    caseId,
  };
  return JSON.stringify({ type: types[kind], timestamp: instantOf(now.getTime()), data });
}

/** The same on every repetition. Without a full stop, which parts what is signed. */
export function messageIdOf(kind: HttpCall, orderCode: string): string {
  return `${orderCode}-${kind}`;
}
