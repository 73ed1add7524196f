/**
 * All that is read of one return (Admin GraphQL, scopes `read_returns` and `read_orders`). Variable `id`: `gid://shopify/Return/<number>`.
 * The selection of platforms-global.md 2.1, with tracking, dispositions, prices and the return's own times.
 */
export const returnStateQuery = `query ReturnState($id: ID!) {
  return(id: $id) {
    id name status createdAt closedAt
    order { id name }
    returnLineItems(first: 50) {
      pageInfo { hasNextPage }
      nodes {
        ... on ReturnLineItem {
          id quantity processableQuantity processedQuantity refundableQuantity refundedQuantity
          returnReason
          returnReasonDefinition { handle name }
          returnReasonNote customerNote
          fulfillmentLineItem {
            lineItem { id sku name originalUnitPriceSet { shopMoney { amount currencyCode } } }
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
          nodes { kind status amountSet { shopMoney { amount currencyCode } } }
        }
        refundShippingLines(first: 5) {
          nodes {
            subtotalAmountSet { shopMoney { amount currencyCode } }
            taxAmountSet { shopMoney { amount currencyCode } }
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
