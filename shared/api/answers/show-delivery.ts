import { answering } from '../answering.ts';
import { showDelivery as contract } from '../contract/show-delivery.ts';
import { deliveryRefsIn } from '../delivery-refs.ts';
import type { DeliveryLookup } from '../ports.ts';

interface Needs {
  readonly deliveryLookup: DeliveryLookup;
}

/** One delivery by its sender's own id, and what came of it. */
export const showDelivery = answering(contract, async ({ deliveryLookup }: Needs, { path }) => {
  for (const ref of deliveryRefsIn(path)) {
    const entry = await deliveryLookup.find(ref);
    if (entry) {
      return { reply: entry };
    }
  }
  return { problem: 'unknownDelivery' };
});
