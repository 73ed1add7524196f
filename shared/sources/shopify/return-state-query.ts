/** Plain lists, without pages: of one that has as many the rest may be cut off. */
export const mostShipments = 5;

/** In the shop's currency, and in the one that the buyer paid in. */
const money = '{ shopMoney { amount currencyCode } presentmentMoney { amount currencyCode } }';

/**
 * All that is read of one return (Admin GraphQL, scopes `read_returns` and `read_orders`). Variable `id`: `gid://shopify/Return/<number>`.
 * The selection of platforms-global.md 2.1, with tracking, dispositions, prices, the return's own times, that something goes out in exchange, and the
 * order's shipments. What the difference of an exchange comes to is told by `suggestedFinancialOutcome` only, which wants each line in its arguments.
 */
export const returnStateQuery = `query ReturnState($id: ID!) {
  return(id: $id) {
    id name status createdAt closedAt
    order {
      id name
      fulfillments(first: ${mostShipments}) { status deliveredAt trackingInfo(first: ${mostShipments}) { company number } }
    }
    exchangeLineItems(first: 1) { nodes { id } }
    returnLineItems(first: 50) {
      pageInfo { hasNextPage }
      nodes {
        ... on ReturnLineItem {
          id quantity processableQuantity processedQuantity refundableQuantity refundedQuantity
          returnReason
          returnReasonDefinition { handle name }
          returnReasonNote customerNote
          fulfillmentLineItem {
            lineItem { id sku name originalUnitPriceSet ${money} }
          }
        }
      }
    }
    refunds(first: 5) {
      pageInfo { hasNextPage }
      nodes {
        id createdAt
        transactions(first: 5) {
          pageInfo { hasNextPage }
          nodes { kind status amountSet ${money} }
        }
        refundShippingLines(first: 5) {
          nodes {
            subtotalAmountSet ${money}
            taxAmountSet ${money}
          }
        }
      }
    }
    reverseFulfillmentOrders(first: 10) {
      pageInfo { hasNextPage }
      nodes {
        id status
        lineItems(first: 50) {
          nodes {
            id totalQuantity
            fulfillmentLineItem { id lineItem { sku } }
            dispositions { type quantity }
          }
        }
        reverseDeliveries(first: 20) {
          pageInfo { hasNextPage }
          nodes {
            id
            deliverable {
              ... on ReverseDeliveryShippingDeliverable { tracking { carrierName number url } }
            }
          }
        }
      }
    }
  }
}`;
