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
}

export interface AdminLine {
  readonly sku: string;
  readonly name: string;
  readonly quantity: number;
  readonly price: string;
  readonly currency: string;
  readonly reason: string;
}

export interface AdminRefund {
  readonly id: string;
  readonly createdAt: string;
  readonly transactions: readonly AdminTransaction[];
}

/** Money that goes back, in the currency of the return's line; `amount` in major units. */
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
    originalUnitPriceSet: { shopMoney: { amount: line.price, currencyCode: line.currency } },
  };
  const fulfillmentLineItem = { id: 'gid://shopify/FulfillmentLineItem/60022', lineItem };
  return {
    id,
    name,
    status,
    createdAt,
    closedAt,
    order,
    returnLineItems: { pageInfo: page, nodes: linesOf(state, fulfillmentLineItem) },
    refunds: { pageInfo: page, nodes: state.refunds.map((refund) => refundShapeOf(refund, line)) },
    reverseFulfillmentOrders: { pageInfo: page, nodes: [reverseOrderOf(state, fulfillmentLineItem)] },
  };
}

function linesOf({ line, unverifiedLines }: AdminReturn, fulfillmentLineItem: object): object[] {
  const { quantity, reason } = line;
  const verified = {
    id: 'gid://shopify/ReturnLineItem/70011',
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

function refundShapeOf({ id, createdAt, transactions }: AdminRefund, { currency: currencyCode }: AdminLine): object {
  const nodes = transactions.map(({ status, amount }) => ({
    kind: 'REFUND',
    status,
    amountSet: { shopMoney: { amount, currencyCode } },
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
