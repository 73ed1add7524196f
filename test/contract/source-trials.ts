import type { Merchant } from '#shared/merchant/merchant.ts';
import { toInstant } from '#shared/returns/record/instant.ts';
import type { Delivery } from '#shared/sources/source.ts';
import { openJson, openMessages, openXml } from './body-openers.ts';
import { type Members, withMembers } from './broken-members.ts';
import { doudianMembers, kuaidi100Members, qimenMembers, shopifyMembers, standardMembers } from './source-members.ts';
import {
  doudianVectors,
  fixture,
  kuaidi100Vectors,
  merchant,
  qimenVectors,
  shopifyVectors,
  standardPayloadVectors,
  standardVectors,
  templateVectors,
  type Vector,
} from './source-vectors.ts';

const read: Delivery = {
  source: 'shopify',
  channel: 'acme-goods',
  id: 'read.1',
  via: 'read',
  receivedAt: toInstant('2026-01-22T16:00:03Z') ?? ('' as never),
  headers: {},
  body: fixture('shopify/read-return'),
};

const readAtDoudian: Delivery = {
  ...read,
  source: 'doudian',
  channel: 'flagship-app',
  id: 'read.2',
  receivedAt: toInstant('2024-05-06T03:40:02.500Z') ?? ('' as never),
  body: fixture('doudian/read-case'),
};

/** Paid in euros at a shop whose currency is the dollar. */
const money = (amount: string) => ({
  shopMoney: { amount, currencyCode: 'USD' },
  presentmentMoney: { amount, currencyCode: 'EUR' },
});
const onePage = { hasNextPage: false };
const refundOf = (id: string, amount: string) => ({
  id: `gid://shopify/Refund/${id}`,
  createdAt: '2026-01-20T08:00:00Z',
  transactions: { pageInfo: onePage, nodes: [{ kind: 'REFUND', status: 'SUCCESS', amountSet: money(amount) }] },
});

/** With money that went back, two lines, and two parcels of two reverse orders; other goods go out, and the order came in two shipments. */
const readRefunded = withMembers(openJson, read, {
  'content.status': 'OPEN',
  'content.closedAt': null,
  'content.exchangeLineItems': { nodes: [{ id: 'gid://shopify/ExchangeLineItem/7' }] },
  'content.order.fulfillments': [
    {
      status: 'SUCCESS',
      deliveredAt: '2026-01-09T10:00:00Z',
      trackingInfo: [{ company: 'UPS', number: '1ZTEST990000000031' }],
    },
    {
      status: 'SUCCESS',
      deliveredAt: '2026-01-10T10:00:00Z',
      trackingInfo: [{ company: 'UPS', number: '1ZTEST990000000032' }],
    },
  ],
  'content.refunds': { pageInfo: onePage, nodes: [refundOf('7', '20.00'), refundOf('8', '9.90')] },
  'content.returnLineItems.nodes.1': { id: 'gid://shopify/ReturnLineItem/70012', quantity: 2 },
  'content.reverseFulfillmentOrders.nodes.1': {
    id: 'gid://shopify/ReverseFulfillmentOrder/420099',
    reverseDeliveries: {
      pageInfo: onePage,
      nodes: [{ deliverable: { tracking: { carrierName: 'UPS', number: '1ZTEST990000000023' } } }],
    },
  },
});

const posted: Delivery = {
  ...read,
  via: 'webhook',
  id: 'posted.1',
  headers: { 'x-shopify-topic': 'refunds/create', 'x-shopify-triggered-at': '2026-01-22T15:30:00Z' },
  body: fixture('shopify/refunds-create'),
};
const set = {
  shop_money: { amount: '49.90', currency_code: 'USD' },
  presentment_money: { amount: '45.86', currency_code: 'EUR' },
};

/** Of which each movement of money tells the buyer's currency, too. */
const refundPosted = withMembers(openJson, posted, { 'transactions.0.amount_set': set });
/** Paid in the shop's own currency. */
const refundOfOneCurrency = withMembers(openJson, posted, { 'refund_line_items.0.subtotal_set': null });

const info = 'content.process_info.after_sale_info';
const line = 'content.order_info.sku_order_infos';

/** Ended after a dispute, with goods and freight paid back by the platform, and another parcel sent. */
const readDisputed = withMembers(openMessages('data'), readAtDoudian, {
  [`${info}.after_sale_status`]: 12,
  [`${info}.refund_status`]: 3,
  [`${info}.real_refund_amount`]: 12900,
  [`${info}.refund_post_amount`]: 900,
  [`${info}.refund_time`]: 1714966700,
  'content.process_info.arbitrate_info': {
    arbitrate_id: '77001',
    arbitrate_status: 2,
    arbitrate_conclusion: 3,
    arbitrate_create_time: 1714900000,
    arbitrate_update_time: 1714960000,
  },
  'content.process_info.logistics_info.exchange': {
    tracking_no: 'YT7700000000001',
    company_name: '圆通快递',
    company_code: 'yuantong',
    logistics_time: 1714966750,
  },
  [`${line}.1`]: {
    sku_order_id: '6920011223344556679',
    shop_sku_code: 'DRESS-RED-L',
    item_quantity: 3,
    after_sale_item_count: 1,
    item_sum_amount: 30000,
    sku_pay_amount: 27000,
    pay_amount: 29500,
    post_amount: 100,
  },
});

/** Refunded by a rule of the platform while the goods travel, of an item with a gift that may go back within seven days. */
const readRuled = withMembers(openMessages('data'), readAtDoudian, {
  [`${info}.refund_status`]: 3,
  [`${info}.real_refund_amount`]: 12900,
  [`${info}.auto_audit_bits`]: [4],
  [`${line}.0.tags`]: [{ tag_detail: '7天', tag_detail_en: 'supply_7day_return' }],
  [`${line}.0.given_sku_details`]: [
    { sku_order_id: '6920011223344556680', shop_sku_code: 'SOCKS', item_order_num: 2, product_name: '短袜' },
  ],
});

const atWarehouse = (method: string): Delivery => ({
  ...read,
  source: 'qimen',
  channel: 'wms-hangzhou',
  via: 'webhook',
  id: method,
  headers: { 'content-type': 'text/xml;charset=utf-8', '?method': `taobao.qimen.${method}`, '?customerid': 'c-wh-01' },
  body: fixture(`qimen/${method.replace('.', '-')}`),
});

const openReport = openXml(['orderLine']);

/** Of orders that Backhaul gave: they lead to a case, and to each parcel. */
const ofOurOrders = [
  withMembers(openReport, atWarehouse('returnorder.confirm'), {
    'returnOrder.returnOrderCode': 'BH0123456789ABCDEF',
    'returnOrder.expressCode': 'SF1234567890123,YT7700000000001',
  }),
  withMembers(openReport, atWarehouse('orderprocess.report'), {
    'order.orderCode': 'BH0123456789ABCDEF',
    'process.expressCode': 'SF1234567890123',
  }),
];

/** The demo merchant, with a channel of the source that is there to be copied. */
export const withTemplate: Merchant = {
  ...merchant,
  channels: [...merchant.channels, { source: 'template', channel: 'template', role: 'store', shops: ['t'] }],
};

export interface Trial {
  readonly vectors: readonly Vector[];
  readonly deliveries: readonly Delivery[];
  readonly members?: Members;
}

/** What each registered source is tried with; a source that is not here fails in sources.test.ts. */
export const trials: Readonly<Record<string, Trial>> = {
  standard: { vectors: [...standardVectors, ...standardPayloadVectors], deliveries: [], members: standardMembers },
  shopify: {
    vectors: shopifyVectors,
    deliveries: [read, readRefunded, refundPosted, refundOfOneCurrency],
    members: shopifyMembers,
  },
  doudian: { vectors: doudianVectors, deliveries: [readAtDoudian, readDisputed, readRuled], members: doudianMembers },
  kuaidi100: { vectors: kuaidi100Vectors, deliveries: [], members: kuaidi100Members },
  qimen: { vectors: qimenVectors, deliveries: ofOurOrders, members: qimenMembers },
  template: { vectors: templateVectors, deliveries: [] },
};
