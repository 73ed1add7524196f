import { SQSClient } from '@aws-sdk/client-sqs';
import { toQueueText } from '#shared/inbox/encode-message.ts';
import { sendBatch } from '#shared/inbox/send-batch.ts';
import { streamOutbox } from '#shared/publishing/stream-outbox.ts';
import { readEnv } from '#shared/runtime/env.ts';
import { streamHandler } from '#shared/runtime/stream.ts';

const { inboxUrl } = readEnv(['inboxUrl']);
const sqs = new SQSClient({});

/** Carries what must follow from each new version of a record to the inbox. Any fault brings the whole batch again. */
export const handler = streamHandler(async (records) => {
  const messages = streamOutbox(records).map((message) => ({ text: toQueueText(message) }));
  await sendBatch(sqs, inboxUrl, messages);
  return { line: { sent: messages.length } };
}, 'send-outbox');
