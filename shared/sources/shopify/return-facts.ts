import type { CaseFact } from '#shared/returns/case/facts.ts';
import type { CaseDetails, CaseKind, CaseLine } from '#shared/returns/opening/facts.ts';
import { moneyFromDecimal } from '../minor-units.ts';
import { isListInPart, isReadInPart, isUnread } from '../observed.ts';
import type { PersonalData, Unread } from '../source.ts';
import { numberOf } from './global-id.ts';
import type { ReturnState } from './read-shape.ts';
import type { Reading } from './reading.ts';
import { reverseOrderFacts } from './reverse-order-facts.ts';
import { deliveredAt, shipmentFacts } from './shipments.ts';
import { statusFacts } from './status-facts.ts';

/** All that a return's state says, but for notes. */
export function returnFacts(state: ReturnState, reading: Reading): CaseFact[] {
  const { at, version, unread } = reading;
  const facts: CaseFact[] = [
    { fact: 'requested', at: state.createdAt ?? at },
    { fact: 'details', at, details: detailsOf(state, unread), ...linesInPart(reading) },
    ...statusFacts(state, at),
    ...reverseOrderFacts(state, reading),
    ...shipmentFacts(state, reading),
  ];
  return facts.map((fact) => ({ ...fact, version }));
}

const lines = 'content.returnLineItems';

/** Set where lines could not be read, or it is not known whether more follow: those that are there are not all. */
function linesInPart({ unread }: Reading): { readonly inPart?: true } {
  const isInPart = isListInPart(unread, `${lines}.nodes`) || isReadInPart(unread, `${lines}.pageInfo`);
  return isInPart ? { inPart: true } : {};
}

/** Buyer's and merchant's free texts, which are personal data. */
export function returnNotes({ returnLineItems }: ReturnState): { readonly person?: PersonalData } {
  const nodes = returnLineItems?.nodes ?? [];
  const customerNotes = nodes.flatMap((line) => line.customerNote || []);
  const reasonNotes = nodes.flatMap((line) => line.returnReasonNote || []);
  const person = {
    ...(customerNotes.length > 0 && { customerNotes }),
    ...(reasonNotes.length > 0 && { reasonNotes }),
  };
  return Object.keys(person).length > 0 ? { person } : {};
}

type ReturnLine = NonNullable<ReturnState['returnLineItems']>['nodes'][number];

function detailsOf(state: ReturnState, unread: readonly Unread[]): CaseDetails {
  const { order, returnLineItems } = state;
  const nodes = returnLineItems?.nodes ?? [];
  // Its id would be another name of the order than the one that stands, or is to come.
  const orderId = order?.name ?? (isUnread(unread, 'content.order.name') ? undefined : order?.id);
  const code = nodes
    .map((line) => line.returnReasonDefinition?.handle ?? line.returnReason?.toLowerCase())
    .find((each) => each);
  const kind = kindOf(state, unread);
  const arrivedAt = deliveredAt(state, { unread });
  return {
    ...(kind && { kind }),
    ...(returnLineItems && { lines: nodes.filter((line) => line.quantity > 0).map(lineOf) }),
    ...(orderId && { orderId }),
    ...(code && { reason: { code } }),
    ...(arrivedAt && { deliveredAt: arrivedAt }),
  };
}

/**
 * One thing that goes out instead makes it an exchange. What is still owed for one that costs less is told by no field of what is read: it is known once it
 * was paid. Not said where that cannot be read.
 */
function kindOf({ exchangeLineItems }: ReturnState, unread: readonly Unread[]): CaseKind | undefined {
  if (exchangeLineItems && exchangeLineItems.nodes.length > 0) {
    return 'exchange';
  }
  return isReadInPart(unread, 'content.exchangeLineItems') ? undefined : 'return';
}

function lineOf({ id, quantity, fulfillmentLineItem }: ReturnLine): CaseLine {
  const item = fulfillmentLineItem?.lineItem;
  const lineId = numberOf(id, 'ReturnLineItem') ?? id;
  const price = item?.originalUnitPriceSet;
  const unitPrice = price && moneyFromDecimal(price.amount, price.currencyCode);
  return {
    lineId,
    // An item without a SKU is still to be told from others.
    sku: item?.sku || `line-item-${numberOf(item?.id, 'LineItem') ?? lineId}`,
    quantity,
    ...(unitPrice && { unitPrice }),
    ...(item?.name && { title: item.name }),
  };
}
