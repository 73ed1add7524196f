import type { CaseFact } from '#shared/returns/case/facts.ts';
import type { CaseLine } from '#shared/returns/opening/facts.ts';
import { moneyFromDecimal } from '../minor-units.ts';
import { isReadInPart } from '../observed.ts';
import type { PersonalData } from '../source.ts';
import { numberOf } from './global-id.ts';
import type { ReturnState } from './read-shape.ts';
import type { Reading } from './reading.ts';
import { reverseOrderFacts } from './reverse-order-facts.ts';
import { statusFacts } from './status-facts.ts';

/** All that a return's state says, but for notes. */
export function returnFacts(state: ReturnState, reading: Reading): CaseFact[] {
  const { at, version, unread } = reading;
  const inPart = isReadInPart(unread, 'content.returnLineItems') && ({ inPart: true } as const);
  const facts: CaseFact[] = [
    { fact: 'requested', at: state.createdAt ?? at },
    { fact: 'details', at, details: detailsOf(state), ...inPart },
    ...statusFacts(state, at),
    ...reverseOrderFacts(state, reading),
  ];
  return facts.map((fact) => ({ ...fact, version }));
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

function detailsOf({ order, returnLineItems }: ReturnState): Extract<CaseFact, { fact: 'details' }>['details'] {
  const nodes = returnLineItems?.nodes ?? [];
  const orderId = order?.name ?? order?.id;
  const code = nodes
    .map((line) => line.returnReasonDefinition?.handle ?? line.returnReason?.toLowerCase())
    .find((each) => each);
  return {
    kind: 'return',
    ...(returnLineItems && { lines: nodes.filter((line) => line.quantity > 0).map(lineOf) }),
    ...(orderId && { orderId }),
    ...(code && { reason: { code } }),
  };
}

function lineOf({ id, quantity, fulfillmentLineItem }: ReturnLine): CaseLine {
  const item = fulfillmentLineItem?.lineItem;
  const lineId = numberOf(id, 'ReturnLineItem') ?? id;
  const price = item?.originalUnitPriceSet?.shopMoney;
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
