import { type XmlChild, xmlDocument } from './xml.ts';

/** What a WMS is told of a return before it comes; names are Qimen's. */
export interface ReturnOrder {
  readonly returnOrderCode: string;
  readonly warehouseCode: string;
  /** `THRK`: a return; `HHRK`: an exchange. */
  readonly orderType: 'THRK' | 'HHRK';
  /** The original outbound order. */
  readonly preDeliveryOrderCode: string;
  readonly logisticsCode: string;
  readonly logisticsName?: string | undefined;
  readonly expressCode: string;
  readonly returnReason?: string | undefined;
  readonly senderInfo: SenderInfo;
  readonly sourcePlatformCode: string;
  readonly ownerCode: string;
  readonly lines: readonly { readonly itemCode: string; readonly planQty: number }[];
}

/** All of it is required by Qimen. */
export interface SenderInfo {
  readonly name: string;
  readonly mobile: string;
  readonly province: string;
  readonly city: string;
  readonly detailAddress: string;
}

/** The body of `returnorder.create` (platforms-cn.md, 4(c), vector B). The same order always gives the same bytes. */
export function returnOrderCreate({ ownerCode, lines, senderInfo, ...order }: ReturnOrder): string {
  const { name, mobile, province, city, detailAddress } = senderInfo;
  return xmlDocument('request', [
    [
      'returnOrder',
      [
        ['returnOrderCode', order.returnOrderCode],
        ['warehouseCode', order.warehouseCode],
        ['orderType', order.orderType],
        ['preDeliveryOrderCode', order.preDeliveryOrderCode],
        ['logisticsCode', order.logisticsCode],
        ['logisticsName', order.logisticsName],
        ['expressCode', order.expressCode],
        ['returnReason', order.returnReason],
        ['senderInfo', Object.entries({ name, mobile, province, city, detailAddress })],
        ['sourcePlatformCode', order.sourcePlatformCode],
      ],
    ],
    ['orderLines', lines.map((line, index) => lineOf(line, index, ownerCode))],
  ]);
}

/** Expected as sellable, as every return is until it was checked. */
function lineOf({ itemCode, planQty }: ReturnOrder['lines'][number], index: number, ownerCode: string): XmlChild {
  return [
    'orderLine',
    [
      ['orderLineNo', String(index + 1)],
      ['ownerCode', ownerCode],
      ['itemCode', itemCode],
      ['inventoryType', 'ZP'],
      ['planQty', String(planQty)],
    ],
  ];
}
