import type { Warehouse } from '#shared/merchant/merchant.ts';
import type { OrderCall } from '../connector.ts';
import type { ReturnOrder } from './return-order-create.ts';
import { senderInfo } from './sender-info.ts';
import { sourcePlatformCode } from './source-platform.ts';

type Qimen = NonNullable<Warehouse['qimen']>;

export type OrderOf =
  | { readonly kind: 'order'; readonly order: ReturnOrder }
  /** What Qimen requires and the announcement, or the warehouse's configuration, does not have. */
  | { readonly kind: 'incomplete'; readonly missing: readonly string[] };

/** An announcement as a Qimen order. Incomplete ones are held before they get here; no value is made up for one that does. */
export function orderOf(call: OrderCall, qimen: Qimen): OrderOf {
  const { warehouse, orderCode, advice, sender } = call;
  const preDeliveryOrderCode = advice[outboundOrderIn[qimen.preDeliveryOrderCode]];
  const { carrier } = advice;
  const { ownerCode } = warehouse;
  if (!preDeliveryOrderCode || !carrier || !ownerCode || advice.lines.length === 0) {
    return { kind: 'incomplete', missing: missingOf(call, qimen) };
  }
  const order = {
    returnOrderCode: orderCode,
    warehouseCode: qimen.warehouseCode,
    orderType: orderTypeOf(call),
    preDeliveryOrderCode,
    logisticsCode: carrier,
    logisticsName: logisticsNameOf(carrier, warehouse),
    expressCode: advice.trackingNumber,
    returnReason: advice.reason,
    senderInfo: senderInfo(sender, warehouse),
    sourcePlatformCode: sourcePlatformCode(advice),
    ownerCode,
    lines: advice.lines.map(({ sku, quantity }) => ({ itemCode: sku, planQty: quantity })),
  };
  return { kind: 'order', order };
}

export function orderTypeOf({ advice }: Pick<OrderCall, 'advice'>): ReturnOrder['orderType'] {
  return advice.kind === 'exchange' ? 'HHRK' : 'THRK';
}

/** Which field of the announcement the WMS knows as the original outbound order. */
const outboundOrderIn = { 'outbound-order': 'outboundOrderId', order: 'orderId' } as const;

function missingOf({ advice, warehouse }: OrderCall, qimen: Qimen): string[] {
  const outboundOrder = outboundOrderIn[qimen.preDeliveryOrderCode];
  const needed = {
    [outboundOrder]: advice[outboundOrder],
    carrier: advice.carrier,
    ownerCode: warehouse.ownerCode,
    lines: advice.lines[0],
  };
  return Object.entries(needed).flatMap(([name, value]) => (value ? [] : [name]));
}

/** `OTHER` needs a name beside it: the merchant's own code, where just one carrier is an `OTHER` at this warehouse. */
function logisticsNameOf(carrier: string, { carrierCodes }: Warehouse): string | undefined {
  const others = Object.keys(carrierCodes).filter((each) => carrierCodes[each] === carrier);
  return carrier === 'OTHER' && others.length === 1 ? others[0] : undefined;
}
