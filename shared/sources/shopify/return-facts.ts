import type { CaseFact } from '#shared/returns/case/facts.ts';
import type { CaseLine } from '#shared/returns/opening/facts.ts';
import type { Instant } from '#shared/returns/record/instant.ts';
import { moneyFromDecimal } from '../minor-units.ts';
import type { PersonalData } from '../source.ts';
import { numberOf } from './global-id.ts';
import type { ReturnState } from './read-shape.ts';
import type { Reading } from './reading.ts';
import { reverseOrderFacts } from './reverse-order-facts.ts';

/** All that a return's state says, but for notes. */
export function returnFacts(state: ReturnState, reading: Reading): CaseFact[] {
  const { at, version } = reading;
  const facts: CaseFact[] = [
    { fact: 'requested', at: state.createdAt ?? at },
    { fact: 'details', at, details: detailsOf(state) },
    { fact: 'platform-status', at, status: state.status },
    ...statusFacts(state, at),
    ...reverseOrderFacts(state, reading),
  ];
  return facts.map((fact) => ({ ...fact, version }));
}

/** Buyer's and merchant's free texts, which are personal data. */
export function returnNotes({ returnLineItems: { nodes } }: ReturnState): { readonly person?: PersonalData } {
  const customerNotes = nodes.flatMap((line) => line.customerNote || []);
  const reasonNotes = nodes.flatMap((line) => line.returnReasonNote || []);
  const person = {
    ...(customerNotes.length > 0 && { customerNotes }),
    ...(reasonNotes.length > 0 && { reasonNotes }),
  };
  return Object.keys(person).length > 0 ? { person } : {};
}

function detailsOf({
  order,
  returnLineItems: { nodes },
}: ReturnState): Extract<CaseFact, { fact: 'details' }>['details'] {
  const orderId = order?.name ?? order?.id;
  const code = nodes
    .map((line) => line.returnReasonDefinition?.handle ?? line.returnReason?.toLowerCase())
    .find((each) => each);
  return {
    kind: 'return',
    lines: nodes.filter((line) => line.quantity > 0).map(lineOf),
    ...(orderId && { orderId }),
    ...(code && { reason: { code } }),
  };
}

function lineOf({ id, quantity, fulfillmentLineItem }: ReturnState['returnLineItems']['nodes'][number]): CaseLine {
  const item = fulfillmentLineItem?.lineItem;
  const lineId = numberOf(id, 'ReturnLineItem') ?? id;
  const price = item?.originalUnitPriceSet?.shopMoney;
  const unitPrice = price && moneyFromDecimal(price.amount, price.currencyCode);
  return {
    lineId,
    // An item without a SKU is still to be told from others.
    sku: item?.sku?.trim() || `line-item-${numberOf(item?.id, 'LineItem') ?? lineId}`,
    quantity,
    ...(unitPrice && { unitPrice }),
    ...(item?.name && { title: item.name }),
  };
}

function statusFacts({ status, closedAt }: ReturnState, at: Instant): CaseFact[] {
  const approved = { fact: 'decided', decision: 'approved', by: 'merchant', at } as const;
  switch (status) {
    case 'REQUESTED':
      return [];
    case 'OPEN':
      return [approved, ...(closedAt ? [{ fact: 'closed', at: closedAt } as const] : []), { fact: 'reopened', at }];
    case 'CLOSED':
      return [approved, { fact: 'closed', at: closedAt ?? at }];
    case 'DECLINED':
      return [{ fact: 'decided', decision: 'declined', by: 'merchant', at }];
    case 'CANCELED':
      return [{ fact: 'decided', decision: 'withdrawn', by: 'merchant', at }];
  }
}
