/** A return as the Admin GraphQL API shows it; ids are global ids. */
export interface AdminReturn {
  readonly id: string;
  readonly name: string;
  status: 'REQUESTED' | 'OPEN' | 'CLOSED' | 'DECLINED' | 'CANCELED';
  readonly createdAt: string;
  closedAt: string | null;
  /** Of its order, which here has no other return. */
  updatedAt: string;
  readonly order: { readonly id: string; readonly name: string };
  readonly line: AdminLine;
  /** How many lines of another type it has (`UnverifiedReturnLineItem`): a query that selects fields of a `ReturnLineItem` gets `{}` for each. */
  unverifiedLines: number;
  readonly reverseOrderId: string;
  tracking: { carrierName: string; number: string; url: string | null }[];
  dispositions: { type: string; quantity: number }[];
  readonly refunds: AdminRefund[];
  /** In which the order went out; absent: the shop tells of none. */
  shipments?: readonly AdminShipment[];
  /** How many things go out in exchange; none where absent. */
  exchangeLines?: number;
}

interface AdminShipment {
  readonly carrierName: string;
  readonly number: string;
  readonly deliveredAt?: string;
}

export interface AdminLine {
  readonly sku: string;
  readonly name: string;
  readonly quantity: number;
  readonly price: string;
  readonly currency: string;
  readonly reason: string;
  /** What one unit cost the buyer, where that is another currency than the shop's; refunds are paid at the same rate. */
  readonly paidIn?: { readonly currency: string; readonly price: string };
}

export interface AdminRefund {
  readonly id: string;
  readonly createdAt: string;
  readonly transactions: readonly AdminTransaction[];
}

/** Money that goes back, in the shop's currency; `amount` in major units. */
export interface AdminTransaction {
  status: 'SUCCESS' | 'PENDING';
  readonly amount: string;
}

const page = { hasNextPage: false };

/** What the query of a return's state is answered. */
export function shapeOf(state: AdminReturn): unknown {
  const { id, name, status, createdAt, closedAt, order, line } = state;
  const lineItem = {
    id: 'gid://shopify/LineItem/50033',
    sku: line.sku,
    name: line.name,
    originalUnitPriceSet: moneyBagOf(line.price, line),
  };
  const fulfillmentLineItem = { id: 'gid://shopify/FulfillmentLineItem/60022', lineItem };
  return {
    id,
    name,
    status,
    createdAt,
    closedAt,
    order: { ...order, ...(state.shipments && { fulfillments: state.shipments.map(shipmentShapeOf) }) },
    exchangeLineItems: { nodes: exchangeLinesOf(state) },
    returnLineItems: { pageInfo: page, nodes: linesOf(state, fulfillmentLineItem) },
    refunds: { pageInfo: page, nodes: state.refunds.map((refund) => refundShapeOf(refund, line)) },
    reverseFulfillmentOrders: { pageInfo: page, nodes: [reverseOrderOf(state, fulfillmentLineItem)] },
  };
}

function linesOf({ id, line, unverifiedLines }: AdminReturn, fulfillmentLineItem: object): object[] {
  const { quantity, reason } = line;
  const verified = {
    // Each return has lines of its own.
    id: `gid://shopify/ReturnLineItem/${id.split('/').at(-1)}1`,
    quantity,
    processableQuantity: quantity,
    processedQuantity: 0,
    refundableQuantity: quantity,
    refundedQuantity: 0,
    returnReason: reason.toUpperCase(),
    returnReasonDefinition: { handle: reason, name: reason },
    returnReasonNote: '',
    customerNote: 'Zu klein – bitte Größe 42',
    fulfillmentLineItem,
  };
  return [verified, ...Array.from({ length: unverifiedLines }, () => ({}))];
}

function shipmentShapeOf({ carrierName: company, number, deliveredAt }: AdminShipment): object {
  return { status: 'SUCCESS', deliveredAt: deliveredAt ?? null, trackingInfo: [{ company, number }] };
}

/** The query asks for the first. */
function exchangeLinesOf({ exchangeLines = 0 }: AdminReturn): object[] {
  return exchangeLines > 0 ? [{ id: 'gid://shopify/ExchangeLineItem/80011' }] : [];
}

/** What a sum in the shop's currency is in the one that the buyer paid in. */
export function buyersMoneyOf(
  amount: string,
  { price, currency, paidIn }: AdminLine,
): { amount: string; currency: string } {
  return paidIn
    ? { amount: ((Number(amount) * Number(paidIn.price)) / Number(price)).toFixed(2), currency: paidIn.currency }
    : { amount, currency };
}

function moneyBagOf(amount: string, line: AdminLine): object {
  const { amount: buyers, currency: currencyCode } = buyersMoneyOf(amount, line);
  return { shopMoney: { amount, currencyCode: line.currency }, presentmentMoney: { amount: buyers, currencyCode } };
}

function refundShapeOf({ id, createdAt, transactions }: AdminRefund, line: AdminLine): object {
  const nodes = transactions.map(({ status, amount }) => ({
    kind: 'REFUND',
    status,
    amountSet: moneyBagOf(amount, line),
  }));
  return { id, createdAt, transactions: { pageInfo: page, nodes }, refundShippingLines: { nodes: [] } };
}

function reverseOrderOf(state: AdminReturn, fulfillmentLineItem: object): object {
  const nodes = state.tracking.map((tracking, index) => ({
    id: `gid://shopify/ReverseDelivery/31007${index}`,
    deliverable: { tracking },
  }));
  const line = {
    id: 'gid://shopify/ReverseFulfillmentOrderLineItem/420089',
    totalQuantity: state.line.quantity,
    fulfillmentLineItem,
    dispositions: state.dispositions,
  };
  return {
    id: state.reverseOrderId,
    status: 'OPEN',
    lineItems: { nodes: [line] },
    reverseDeliveries: { pageInfo: page, nodes },
  };
}
