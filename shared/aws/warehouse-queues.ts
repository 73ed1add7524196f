import type { SQSClient } from '@aws-sdk/client-sqs';
import { Fault } from '#shared/fault/fault.ts';
import type { TellMessage } from '#shared/messages/tell-message.ts';
import { openDelayedQueue } from './delayed-queue.ts';

/**
 * Puts messages of `deliver-to-warehouse` back, each into the queue of its warehouse, so that a WMS that is down keeps no other waiting.
 * @param queues - URLs by warehouse.
 * @throws for a warehouse without a queue: nobody would read it again.
 */
export function openWarehouseQueues(
  client: SQSClient,
  queues: Readonly<Record<string, string>>,
): (message: TellMessage, delaySeconds: number) => Promise<void> {
  return async (message, delaySeconds) => {
    const { warehouseId } = message;
    const url = Object.hasOwn(queues, warehouseId) ? queues[warehouseId] : undefined;
    if (!url) {
      const what = `warehouse ${warehouseId} has no queue; those that have one: ${Object.keys(queues).join(', ')}`;
      throw new Fault('not-configured', what, { advice: `configure warehouse ${warehouseId} again, and deploy` });
    }
    await openDelayedQueue(client, url).send(JSON.stringify(message), delaySeconds);
  };
}
