import { SendMessageBatchCommand, type SQSClient } from '@aws-sdk/client-sqs';
import { Fault } from '#shared/fault/fault.ts';
import type { QueueText } from '#shared/messages/queue-text.ts';

/** What SQS takes in one call. Bytes: 1 MiB in most regions, 256 KiB where that has not come yet. */
const mostOfBatch = 10;
const mostBytes = 256 * 1024;

/**
 * Sends texts to a queue, ten a call.
 * @throws where the queue did not take each of them; all may then be sent again.
 */
export async function sendBatch(client: SQSClient, QueueUrl: string, texts: readonly QueueText[]): Promise<void> {
  for (const batch of batchesOf(texts)) {
    const Entries = batch.map(({ text, delaySeconds }, index) => ({
      Id: String(index),
      MessageBody: text,
      ...(delaySeconds && { DelaySeconds: delaySeconds }),
    }));
    const { Failed = [] } = await client.send(new SendMessageBatchCommand({ QueueUrl, Entries }));
    if (Failed.length > 0) {
      const what = `${Failed.length} of ${batch.length} messages were not taken (${Failed[0]?.Code})`;
      throw new Fault('not-all-taken', what, {
        advice: 'it is tried again; look at the limits of the account if it goes on',
      });
    }
  }
}

function batchesOf(texts: readonly QueueText[]): QueueText[][] {
  const batches: QueueText[][] = [];
  let bytes = 0;
  for (const each of texts) {
    const size = Buffer.byteLength(each.text);
    const last = batches.at(-1);
    const fits = last && last.length < mostOfBatch && bytes + size <= mostBytes;
    if (fits) {
      last.push(each);
    } else {
      batches.push([each]);
    }
    bytes = size + (fits ? bytes : 0);
  }
  return batches;
}
