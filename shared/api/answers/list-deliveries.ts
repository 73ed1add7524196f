import { answering } from '../answering.ts';
import { listDeliveries as contract } from '../contract/list-deliveries.ts';
import type { DeliveryLookup } from '../ports.ts';
import { packed } from '../shapes/cursor.ts';

interface Needs {
  readonly deliveryLookup: DeliveryLookup;
}

/** A page of the deliveries that a person may have to look at, oldest first: whose each is and why, nothing of what it says. */
export const listDeliveries = answering(contract, async ({ deliveryLookup }: Needs, { query }) => {
  const { outcome: list, source, limit, after } = query;
  const page = await deliveryLookup.list({ list, source, limit, after });
  return { reply: { deliveries: page.entries, ...(page.after !== undefined && { after: packed(page.after) }) } };
});
