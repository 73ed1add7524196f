import { SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import { Fault } from '#shared/fault/fault.ts';
import type { ReadHint } from '#shared/messages/inbox-message.ts';

/** URLs of queues by the source whose hints go there. */
export type HintQueues = Readonly<Record<string, string>>;

const firstDelaySeconds = 5;
const maxDelaySeconds = 900;

/**
 * Sends hints to `read-store`, each to the queue of its source, so that one store's backlog keeps no other waiting. A hint that was
 * put back waits longer each time, 15 minutes at most.
 * @throws for a source without a queue: nobody would read its cases.
 */
export function openHintQueues(client: SQSClient, queues: HintQueues): (hint: ReadHint) => Promise<void> {
  return async (hint) => {
    const QueueUrl = Object.hasOwn(queues, hint.source) ? queues[hint.source] : undefined;
    if (!QueueUrl) {
      const what = `source ${hint.source} has no hint queue; those that have one: ${Object.keys(queues).join(', ')}`;
      throw new Fault('not-configured', what, { advice: `give a channel of ${hint.source} its api, and deploy` });
    }
    const DelaySeconds = delayOf(hint);
    await client.send(new SendMessageCommand({ QueueUrl, MessageBody: JSON.stringify(hint), DelaySeconds }));
  };
}

function delayOf({ attempt }: ReadHint): number {
  return attempt === 0 ? 0 : Math.min(maxDelaySeconds, firstDelaySeconds * 2 ** (attempt - 1));
}
