import { Fault } from '#shared/fault/fault.ts';
import type { TellMessage } from '#shared/messages/tell-message.ts';
import type { Addressee, Delivering } from './delivering.ts';
import { mayExpect } from './ledger-orders.ts';
import { quietMs } from './take-step.ts';
import { type CallsOutcome, tellWarehouse } from './tell-warehouse.ts';

export interface Delivered {
  /** `ignored`: nobody calls this warehouse. */
  readonly outcome: CallsOutcome['outcome'] | 'ignored';
  readonly calls: number;
  /** Why it is unknown what came of the last call. */
  readonly reason?: string;
}

/** A WMS that gives no clear answer is given some four hours; then somebody must look. */
export const mostAttempts = 24;
const heldDelaySeconds = 5;
const firstDelaySeconds = 5;
const maxDelaySeconds = 900;

/**
 * Makes a function that answers a message by telling its warehouse what the record now says, whatever the message was about. What is
 * not finished is put back: at once where only time was short, after a moment where somebody else is at it, and after a delay that
 * grows where nobody knows what came of a call.
 * @throws Fault `given-up` after {@link mostAttempts}; `not-called-any-more` for a warehouse that was taken out, or turned to `queue`, and
 * has orders of the case. Both become dead letters.
 */
export function createDelivering(parts: Delivering): (message: TellMessage) => Promise<Delivered> {
  return async (message) => {
    const addressee = addresseeOf(parts, message);
    if (!addressee) {
      return await ignore(parts, message);
    }
    const calls = await tellWarehouse(parts, addressee);
    await followUp(parts, message, calls);
    return calls;
  };
}

/** Of several messages about one case and warehouse the one that was put back most often: together they are one, and no try is forgotten. */
export function mostTried(messages: readonly TellMessage[]): TellMessage {
  return messages.reduce((one, other) => (other.attempt > one.attempt ? other : one));
}

function addresseeOf(parts: Delivering, { caseKey, warehouseId }: TellMessage): Addressee | undefined {
  const warehouse = parts.merchant.warehouses.find(({ id }) => id === warehouseId);
  const connector = warehouse && parts.connectorOf(warehouse.connector);
  return connector && { caseKey, warehouse, connector, holder: parts.leaseHolder() };
}

async function ignore({ ledgers }: Delivering, { caseKey, warehouseId }: TellMessage): Promise<Delivered> {
  if (mayExpect(await ledgers.readLedger(caseKey, warehouseId))) {
    throw new Fault(
      'not-called-any-more',
      `warehouse ${warehouseId} is not called any more and may still expect parcels of this case`,
      { advice: `tell warehouse ${warehouseId} by hand, or configure it again`, lasting: true },
    );
  }
  return { outcome: 'ignored', calls: 0 };
}

async function followUp({ putBack }: Delivering, message: TellMessage, calls: CallsOutcome): Promise<void> {
  switch (calls.outcome) {
    case 'told':
    case 'known':
      return;
    case 'more':
      return await putBack({ ...message, attempt: 0 }, 0);
    case 'held':
      return await putBack(message, heldDelaySeconds);
    case 'unknown':
      return await askAgain({ putBack }, message, calls.reason);
  }
}

async function askAgain({ putBack }: Pick<Delivering, 'putBack'>, message: TellMessage, reason: string): Promise<void> {
  const { warehouseId, attempt } = message;
  if (attempt >= mostAttempts) {
    const what = `warehouse ${warehouseId} gave no clear answer for hours (${reason})`;
    throw new Fault('given-up', what, { advice: `look at the WMS of warehouse ${warehouseId}`, lasting: true });
  }
  const delaySeconds = Math.min(maxDelaySeconds, firstDelaySeconds * 2 ** attempt);
  await putBack({ ...message, attempt: attempt + 1 }, Math.max(quietMs / 1000, delaySeconds));
}
