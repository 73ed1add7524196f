import type { InboxMessage } from '#shared/messages/inbox-message.ts';
import { answering } from '../answering.ts';
import { replayDelivery as contract } from '../contract/replay-delivery.ts';
import { deliveryRefsIn } from '../delivery-refs.ts';
import type { DeliveryLookup } from '../ports.ts';

interface Needs {
  readonly deliveryLookup: Pick<DeliveryLookup, 'find'>;
  readonly replays: { send(message: Extract<InboxMessage, { readonly kind: 'replay' }>): Promise<void> };
}

/** Once more is no harm: a delivery is known by its id, and what it says takes the place of what it said. */
export const replayDelivery = answering(contract, async ({ deliveryLookup, replays }: Needs, { path }) => {
  for (const ref of deliveryRefsIn(path)) {
    const before = await deliveryLookup.find(ref);
    if (before) {
      await replays.send({ kind: 'replay', ref });
      return { reply: { before } };
    }
  }
  return { problem: 'unknownDelivery' };
});
