import { xmlDocument } from './xml.ts';

export interface OrderCancel {
  readonly warehouseCode: string;
  readonly ownerCode?: string | undefined;
  readonly orderCode: string;
  /** The WMS's own number, once it gave one. */
  readonly orderId?: string | undefined;
  readonly orderType: 'THRK' | 'HHRK';
  readonly cancelReason: string;
}

/** The body of `order.cancel` (platforms-cn.md, 4(c)). */
export function orderCancel(order: OrderCancel): string {
  return xmlDocument('request', [
    ['warehouseCode', order.warehouseCode],
    ['ownerCode', order.ownerCode],
    ['orderCode', order.orderCode],
    ['orderId', order.orderId],
    ['orderType', order.orderType],
    ['cancelReason', order.cancelReason],
  ]);
}
