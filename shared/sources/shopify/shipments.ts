import type { CaseFact } from '#shared/returns/case/facts.ts';
import type { Instant } from '#shared/returns/record/instant.ts';
import { carrierCodeOf } from '../carrier-code.ts';
import { isReadInPart } from '../observed.ts';
import { outboundRead } from '../outbound-facts.ts';
import type { ReturnState } from './read-shape.ts';
import type { Reading } from './reading.ts';
import { mostShipments } from './return-state-query.ts';

type Shipment = NonNullable<NonNullable<ReturnState['order']>['fulfillments']>[number];

/** Of a fulfillment of which nothing went out. */
const notSent: readonly string[] = ['CANCELLED', 'ERROR', 'FAILURE'];

const path = 'content.order.fulfillments';
/** What of the shipments has to be read to know when all of them came. */
const ofArrival = /^content\.order(?:\.fulfillments(?:\.\d+(?:\.status|\.deliveredAt)?)?)?$/;

/** The numbers under which the order's goods went out; nothing where the reading did not ask for its shipments. */
export function shipmentFacts({ order }: ReturnState, { at, origin, merchant, unread }: Reading): CaseFact[] {
  const shipments = order?.fulfillments;
  if (!shipments) {
    return [];
  }
  const sent = shipments.filter(isSent);
  const parcels = sent.flatMap(({ trackingInfo }) =>
    (trackingInfo ?? []).map(({ number, company }) => ({
      number: number ?? '',
      carrier: company ? carrierCodeOf(company, merchant) : undefined,
    })),
  );
  const isWhole =
    !isCut(shipments) &&
    sent.every(({ trackingInfo }) => trackingInfo && !isCut(trackingInfo)) &&
    !unread.some((each) => isReadInPart([each], path) && !isOfCarrierOrArrival(each.path));
  return outboundRead(parcels, { isWhole, origin, at });
}

/** A number does without the name of its carrier, and without the day on which it came. */
function isOfCarrierOrArrival(member: string): boolean {
  return member.endsWith('.company') || member.endsWith('.deliveredAt');
}

/** When the buyer had all of the order: which of its shipments had the goods of the return is not asked. Undefined while one is on its way. */
export function deliveredAt({ order }: ReturnState, { unread }: Pick<Reading, 'unread'>): Instant | undefined {
  const shipments = order?.fulfillments ?? [];
  if (isCut(shipments) || unread.some((each) => ofArrival.test(each.gone ?? each.path))) {
    return undefined;
  }
  const arrivals = shipments.filter(isSent).map((each) => each.deliveredAt ?? undefined);
  return arrivals.includes(undefined) ? undefined : arrivals.sort().at(-1);
}

function isSent({ status }: Shipment): boolean {
  return !notSent.includes(status);
}

function isCut(list: readonly unknown[]): boolean {
  return list.length >= mostShipments;
}
