import * as z from 'zod';
import { cleaned } from '#shared/identifiers/cleaned.ts';
import { type ConnectorAbout, isOpen, type Place } from '../about.ts';

/** As the WMS gave it out, and people pasted it. */
const code = z.string().overwrite(cleaned);

/** How a WMS is called that speaks Qimen; its secret is the signing secret of its own channel. */
const settings = z.strictObject({
  /** The cloud's router, or the WMS itself. */
  baseUrl: z.url(),
  appKey: code.min(1).max(60),
  /** The merchant within the warehouse, as the WMS issued it. */
  customerId: code.min(1).max(60),
  /** `OTHER` where the WMS needs none. */
  warehouseCode: code.min(1).max(60),
  version: z.string().default('2.0'),
  methodPrefix: z.string().default('taobao.qimen.'),
  /** What the WMS knows as the original outbound order: the number that the store names for it, or the store's order id. */
  preDeliveryOrderCode: z.enum(['outbound-order', 'order']).default('outbound-order'),
});
type Qimen = z.output<typeof settings>;

/** A WMS that speaks Qimen (docs/qimen-warehouse.md); what it reports comes by its channel of the source of the same name. */
export const qimenAbout = {
  connector: 'qimen',
  settings,
  calling: { secret: { ofChannel: 'qimen' }, tellsSender: true },
  faultsOf({ id, ownerCode, skuMap, own }, around) {
    const channels = around.channels.filter(({ source, warehouses }) => source === 'qimen' && warehouses.includes(id));
    const code = codeGivenTwice(skuMap);
    const message = 'connector qimen needs qimen, ownerCode, and one channel of source qimen for this warehouse';
    const twice = `code ${code} stands for two SKUs: a confirm would not say which came, so give each its own`;
    const open = 'must be https outside a demo: buyers’ data is sent there';
    return [
      ...(own && ownerCode && channels.length === 1 ? [] : [{ path: [], message }]),
      ...(code === undefined ? [] : [{ path: ['skuMap'], message: twice }]),
      ...(isOpen(own?.baseUrl, around) ? [{ path: ['qimen', 'baseUrl'], message: open }] : []),
    ];
  },
  /**
   * An order names its original order, a carrier, an owner and at least one line (`returnorder.create`). Where a map of SKUs is kept, one that
   * is not in it was forgotten; an empty map says that the codes are the same in both.
   */
  needsOf({ skuMap, own }) {
    return {
      outboundOrder: own?.preDeliveryOrderCode ?? 'outbound-order',
      carrier: true,
      mappedSku: Object.keys(skuMap).length > 0,
      ownerCode: true,
      lines: true,
    };
  },
} satisfies ConnectorAbout<Qimen>;

function codeGivenTwice(skuMap: Place<Qimen>['skuMap']): string | undefined {
  const codes = Object.values(skuMap);
  return codes.find((code, index) => codes.indexOf(code) !== index);
}
