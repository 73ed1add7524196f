import { openForm, openMessages, openXml } from './body-openers.ts';
import type { Members } from './broken-members.ts';

/** Where the links of the examples' pictures stand. */
const [dockLinks, checkLinks] = ['person.photos/received/east/RC-1', 'person.photos/inspected/east/IN-1'] as const;
/** A line takes with it its pictures. */
const checkPhotos = ['inspected.photos', checkLinks];

export const standardMembers: Members = {
  codes: {
    type: { unknown: 'return.odd' },
    'data.kind': { others: ['exchange', 'freight-refund'], unknown: '' },
    'data.*.currency': { others: ['USD'], unknown: 'yuan' },
    'data.lines.*.unitPrice.currency': { others: ['USD'], unknown: 'yuan' },
    'data.orderState': { others: ['shipped'], unknown: 'odd' },
    'data.decision': { others: ['declined'], unknown: 'odd' },
    'data.by': { others: ['platform', 'merchant', 'person'], unknown: 'odd' },
    'data.stage': { others: ['delivered'], unknown: 'odd' },
    'data.lines.*.result': { others: ['passed', 'failed'], unknown: 'odd' },
    'data.lines.*.condition': { others: ['sellable', 'defective'], unknown: 'odd' },
  },
  needs: {
    type: ['*'],
    'data.warehouseId': ['*'],
    'data.receiptId': ['*'],
    'data.decision': ['*'],
    'data.by': ['*'],
    'data.deadline.at': ['platform-deadline'],
    'data.lines.*.sku': checkPhotos,
    'data.lines.*.quantity': checkPhotos,
    'data.lines.*.result': checkPhotos,
    'data.lines.*.finding': checkPhotos,
  },
  instead: {
    'data.trackingNumber': ['received', dockLinks],
    'data.warehouseId': ['details.warehouseId'],
  },
  unsaid: {
    'data.caseId': ['tracking'],
    'data.evidence': ['person.evidence'],
    'data.lines': ['details.lines', 'received.lines'],
    'data.trackingNumber': ['received', 'tracking', dockLinks],
    'data.photos': [dockLinks],
    'data.lines.*.photos': [checkLinks],
    // What a warehouse suggests counts nothing: without it the units of a line are read, and the check is whole.
    'data.lines.*.disposition': ['inspected.lines'],
    'data.warehouseId': ['details'],
    'data.deadline': ['platform-deadline'],
    'data.fulfilment': ['outbound'],
    'data.fulfilment.parcels': ['outbound'],
    'data.fulfilment.parcels.*.trackingNumber': ['outbound.numbers'],
    'data.replaces': ['tracking.replaces'],
  },
  within: {
    'data.caseId': ['data'],
    'data.trackingNumber': ['data'],
  },
};

/** What is around what was read at a store. */
const reading = { shop: ['*'], caseId: ['*'], hintAt: ['*'], readAt: ['*'], content: ['*'] };

const uncertain = ['tracking.whole', 'tracking-unreadable'];

/** Of the lines of a refund that is posted: in which currency the buyer paid. */
const linesOfRefund = ['refund_line_items', 'refund_line_items.*', 'refund_line_items.*.subtotal_set'];
const currencyTold = (members: readonly string[], names: readonly string[]) =>
  Object.fromEntries(members.map((member) => [member, names]));
const buyersMoney = 'refund_line_items.*.subtotal_set.presentment_money';

export const shopifyMembers: Members = {
  codes: {
    'content.status': { others: ['OPEN', 'DECLINED', 'REQUESTED'], unknown: 'ODD' },
    'transactions.*.kind': { unknown: 'odd' },
    'transactions.*.status': { others: ['failure'], unknown: 'odd' },
    'transactions.*.currency': { others: ['EUR'], unknown: 'yuan' },
    'content.refunds.nodes.*.transactions.nodes.*.kind': { others: ['SALE'], unknown: 'ODD' },
    'content.refunds.nodes.*.transactions.nodes.*.status': { others: ['FAILURE'], unknown: 'ODD' },
    'content.refunds.nodes.*.transactions.nodes.*.amountSet.presentmentMoney.currencyCode': {
      others: ['USD'],
      unknown: 'yuan',
    },
  },
  needs: {
    ...reading,
    'content.id': ['*'],
    // A line takes with it what else stands on it.
    'content.returnLineItems.nodes.*.id': ['details.reason', 'person.customerNotes'],
    'content.returnLineItems.nodes.*.quantity': ['details.reason', 'person.customerNotes'],
    'content.returnLineItems.nodes.*.fulfillmentLineItem': ['details.reason', 'person.customerNotes'],
    'content.returnLineItems.nodes.*.fulfillmentLineItem.lineItem': ['details.reason', 'person.customerNotes'],
    'content.returnLineItems.nodes.*.fulfillmentLineItem.lineItem.sku': ['details.reason', 'person.customerNotes'],
    // All that was sent has to have come.
    'content.order.fulfillments.*': ['details.deliveredAt'],
    'content.order.fulfillments.*.status': ['details.deliveredAt', 'outbound.numbers'],
    'content.order.fulfillments.*.deliveredAt': ['details.deliveredAt'],
    // What the store did with goods is a whole: in part, it would take away what stood.
    'content.reverseFulfillmentOrders.pageInfo': ['store-disposition'],
    'content.reverseFulfillmentOrders.pageInfo.hasNextPage': ['store-disposition'],
    'content.reverseFulfillmentOrders.nodes.*': ['store-disposition'],
    'content.reverseFulfillmentOrders.nodes.*.id': ['store-disposition', 'tracking'],
    'content.reverseFulfillmentOrders.nodes.*.lineItems.nodes.*': ['store-disposition'],
    'content.reverseFulfillmentOrders.nodes.*.lineItems.nodes.*.dispositions.*': ['store-disposition'],
    // A part of its money would be another sum.
    'content.refunds.nodes.*.transactions.nodes.*': ['refund'],
    // The reading of the return shows its refunds, too.
    'transactions.*.*': ['refund'],
    'transactions.*.*.*': ['refund'],
    'transactions.*.*.*.*': ['refund'],
    // In which currency the buyer paid: where a refund is told in another, its reading is asked for.
    ...currencyTold(linesOfRefund, ['refund', 'hint']),
    [buyersMoney]: ['hint'],
    // What says nothing of money names its refund, or is none.
    admin_graphql_api_id: ['*'],
    transactions: ['*'],
  },
  instead: {
    'content.status': ['platform-status.status'],
    // There may be a further parcel.
    'content.order.fulfillments.*.status': ['outbound.whole'],
    'content.reverseFulfillmentOrders.pageInfo': uncertain,
    'content.reverseFulfillmentOrders.pageInfo.hasNextPage': uncertain,
    'content.reverseFulfillmentOrders.nodes.*.id': uncertain,
    'content.reverseFulfillmentOrders.nodes.*.reverseDeliveries.pageInfo': uncertain,
    'content.reverseFulfillmentOrders.nodes.*.reverseDeliveries.pageInfo.hasNextPage': uncertain,
    'content.reverseFulfillmentOrders.nodes.*.reverseDeliveries.nodes.*': uncertain,
    'content.reverseFulfillmentOrders.nodes.*.reverseDeliveries.nodes.*.deliverable': uncertain,
    'content.returnLineItems.nodes.*.returnReasonDefinition': ['details.reason'],
    'content.returnLineItems.nodes.*.returnReasonDefinition.handle': ['details.reason'],
    'transactions.*': ['hint'],
    'transactions.*.*': ['hint'],
    'transactions.*.*.*': ['hint'],
    'transactions.*.*.*.*': ['hint'],
    ...currencyTold(linesOfRefund, ['refund', 'hint']),
    [buyersMoney]: ['refund'],
  },
  unsaid: {
    'content.status': ['platform-status', 'decided', 'closed', 'reopened'],
    'content.refunds': ['refund'],
    'content.order': ['outbound'],
    'content.order.fulfillments': ['outbound'],
    'content.returnLineItems': ['details.lines', 'person.customerNotes'],
    'content.returnLineItems.nodes.*.customerNote': ['person.customerNotes'],
    'content.reverseFulfillmentOrders': ['alias', 'tracking', 'store-disposition'],
    'content.reverseFulfillmentOrders.nodes.*.lineItems': ['store-disposition'],
    'content.reverseFulfillmentOrders.nodes.*.lineItems.nodes.*': ['store-disposition'],
    'content.reverseFulfillmentOrders.nodes.*.lineItems.nodes.*.dispositions': ['store-disposition'],
    'content.reverseFulfillmentOrders.nodes.*.reverseDeliveries': ['tracking'],
    'content.reverseFulfillmentOrders.nodes.*.reverseDeliveries.nodes.*': ['tracking.numbers'],
    'content.reverseFulfillmentOrders.nodes.*.reverseDeliveries.nodes.*.deliverable': ['tracking.numbers'],
    'content.reverseFulfillmentOrders.nodes.*.reverseDeliveries.nodes.*.deliverable.tracking': ['tracking.numbers'],
    'content.reverseFulfillmentOrders.nodes.*.reverseDeliveries.nodes.*.deliverable.tracking.number': [
      'tracking.numbers',
    ],
    ...currencyTold([...linesOfRefund, buyersMoney], ['hint']),
    return: ['*'],
    transactions: ['*'],
  },
  within: {
    'content.refunds.nodes.*.transactions.nodes.*.*': ['content.refunds.nodes.*.transactions'],
    'content.refunds.nodes.*.transactions.nodes.*.amountSet.presentmentMoney.*': [
      'content.refunds.nodes.*.transactions',
    ],
  },
};

const sumsOfLines = ['details.paid', 'details.paidForLines', 'details.freightPaid'];

export const doudianMembers: Members = {
  open: openMessages('data'),
  codes: {
    'content.process_info.after_sale_info.after_sale_status': { others: [51, 27], unknown: 99 },
    'content.process_info.after_sale_info.after_sale_type': { others: [3], unknown: 99 },
    'content.process_info.after_sale_info.refund_status': { others: [1, 3], unknown: 99 },
    'content.process_info.arbitrate_info.arbitrate_status': { others: [0, 1, 2], unknown: 99 },
  },
  needs: {
    ...reading,
    tag: ['*'],
    'data.shop_id': ['*'],
    'content.process_info': ['*'],
    'content.process_info.after_sale_info': ['*'],
    'content.process_info.after_sale_info.after_sale_id': ['*'],
    // Of those of all steps only the one that is under way has a time.
    'content.process_info.after_sale_info.status_deadline': ['platform-deadline'],
    'content.process_info.logistics_info.return.tracking_no': ['tracking.shippedAt'],
    'content.process_info.logistics_info': ['replacement-shipped'],
    'content.process_info.logistics_info.exchange': ['replacement-shipped'],
    'content.process_info.logistics_info.exchange.tracking_no': ['replacement-shipped'],
    'content.process_info.after_sale_info.need_return_count': ['details.lines', 'details.paid', 'details.paidForLines'],
    'content.process_info.after_sale_info.after_sale_apply_count': [
      'details.lines',
      'details.paid',
      'details.paidForLines',
    ],
    'content.process_info.after_sale_info.real_refund_amount': ['refund'],
    'content.process_info.after_sale_info.refund_total_amount': ['refund'],
    'content.process_info.arbitrate_info.arbitrate_create_time': ['disputed'],
    'content.process_info.arbitrate_info.arbitrate_id': ['platform-deadline'],
    // A sum is one over all lines, and gifts go with the line that they were given with.
    'content.order_info.sku_order_infos.*': sumsOfLines,
    'content.order_info.sku_order_infos.*.sku_order_id': ['details.lines', ...sumsOfLines],
    'content.order_info.sku_order_infos.*.shop_sku_code': ['details.lines', ...sumsOfLines],
    'content.order_info.sku_order_infos.*.after_sale_item_count': ['details.lines', ...sumsOfLines],
  },
  instead: {
    'content.process_info.after_sale_info.after_sale_status': ['platform-status.status'],
    'content.process_info.after_sale_info.return_address_id': ['details.warehouseId'],
    // That it was decided counts, whoever did.
    'content.process_info.after_sale_info.auto_audit_bits': ['decided.by'],
    'content.process_info.after_sale_info.auto_audit_bits.*': ['decided.by'],
    'content.process_info.arbitrate_info': ['decided.by'],
    'content.process_info.arbitrate_info.arbitrate_status': ['decided.by'],
  },
  unsaid: {
    'content.process_info.after_sale_info.after_sale_status': [
      'platform-status',
      'decided',
      'reopened',
      'closed',
      'platform-deadline',
    ],
    'content.process_info.after_sale_info.refund_status': ['refund'],
    'content.process_info.after_sale_info.refund_post_amount': ['refund'],
    'content.process_info.arbitrate_info': ['disputed', 'dispute-closed', 'platform-deadline'],
    'content.process_info.arbitrate_info.arbitrate_status': ['disputed', 'dispute-closed', 'platform-deadline'],
    'content.process_info.arbitrate_info.arbitrate_create_time': ['disputed'],
    'content.process_info.after_sale_info.status_deadline': ['platform-deadline'],
    'content.process_info.after_sale_info.evidence': ['person.evidence'],
    'content.process_info.logistics_info': ['tracking', 'replacement-shipped', 'outbound'],
    'content.process_info.logistics_info.order': ['outbound'],
    'content.process_info.logistics_info.order.*': ['outbound'],
    'content.process_info.logistics_info.order.*.tracking_no': ['outbound'],
    'content.process_info.logistics_info.exchange': ['replacement-shipped'],
    'content.process_info.logistics_info.exchange.tracking_no': ['replacement-shipped'],
    'content.process_info.logistics_info.return': ['tracking'],
    'content.process_info.logistics_info.return.tracking_no': ['tracking.numbers'],
    'content.order_info': ['details.lines'],
    'content.order_info.sku_order_infos': ['details.lines'],
  },
};

export const kuaidi100Members: Members = {
  open: openForm('param'),
  codes: {
    status: { others: ['polling', 'shutdown', 'abort'], unknown: 'odd' },
    comNew: { others: [''] },
    'lastResult.data.*.statusCode': { others: ['1', '3', '501'], unknown: '999' },
    'lastResult.state': { others: ['1', '3', '5'], unknown: '999' },
  },
  needs: {
    status: ['*'],
    'lastResult.state': ['route.at'],
  },
  instead: {
    'lastResult.data.*.statusCode': ['route.moves'],
    'lastResult.state': ['route.moves'],
  },
  unsaid: {
    'lastResult.data': ['route.moves'],
  },
};

const unitsOfLine = ['received.lines', 'inspected', 'stocked-in'];

export const qimenMembers: Members = {
  open: openXml(['orderLine', 'batch', 'package', 'item']),
  codes: {
    'orderLines.orderLine.*.inventoryType': { others: ['ZP', 'CC'], unknown: 'ZT' },
    'orderLines.orderLine.*.batchs.batch.*.inventoryType': { others: ['ZP', 'CC'], unknown: 'ZT' },
    'packages.package.*.status': { unknown: 'odd' },
    'returnOrder.expressCode': { others: ['YT8800000000001'] },
  },
  needs: {
    '*.warehouseCode': ['*'],
    'returnOrder.orderType': ['*'],
    order: ['*'],
    'order.*': ['*'],
    process: ['*'],
    'process.processStatus': ['*'],
    orderLines: ['*'],
    'orderLines.orderLine': ['*'],
    'orderLines.orderLine.*.ownerCode': ['*', 'received.lines', 'inspected.lines', 'stocked-in.lines'],
    // A line takes its units with it; that its parcel came is said without any.
    'orderLines.orderLine.*.inventoryType': unitsOfLine,
    'orderLines.orderLine.*.actualQty': unitsOfLine,
    'orderLines.orderLine.*.batchs': ['received.lines'],
    'orderLines.orderLine.*.batchs.batch': ['received.lines'],
    'orderLines.orderLine.*.batchs.batch.*': unitsOfLine,
    'orderLines.orderLine.*.batchs.batch.*.*': unitsOfLine,
    'packages.package.*.status': ['received'],
  },
  instead: {
    'returnOrder.expressCode': ['received', 'inspected', 'stocked-in'],
  },
  unsaid: {
    'returnOrder.expressCode': ['received', 'inspected', 'stocked-in'],
    'process.expressCode': ['expected'],
  },
  within: {
    'orderLines.orderLine': ['orderLines'],
    'orderLines.orderLine.*.batchs.batch.*': ['orderLines.orderLine.*.batchs'],
    'orderLines.orderLine.*.batchs.batch.*.*': ['orderLines.orderLine.*.batchs'],
    'packages.package': ['packages'],
    'packages.package.*.expressCode': ['packages.package.expressCode'],
  },
};
