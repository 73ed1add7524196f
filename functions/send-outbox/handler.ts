import { SQSClient } from '@aws-sdk/client-sqs';
import { sendBatch } from '#shared/aws/send-batch.ts';
import { outboxTexts } from '#shared/messages/outbox-texts.ts';
import { streamOutbox } from '#shared/publishing/stream-outbox.ts';
import { instantOf } from '#shared/returns/record/instant.ts';
import { readEnv } from '#shared/runtime/env.ts';
import { streamHandler } from '#shared/runtime/stream.ts';

const { inboxUrl, strikesUrl } = readEnv(['inboxUrl', 'strikesUrl']);
const sqs = new SQSClient({});

/** Carries what must follow from each new version of a record to the recorder's queues. Any fault brings the whole batch again. */
export const handler = streamHandler(async (records) => {
  const { inbox, strikes } = outboxTexts(streamOutbox(records), instantOf(Date.now()));
  await sendBatch(sqs, inboxUrl, inbox);
  await sendBatch(sqs, strikesUrl, strikes);
  return { line: { sent: inbox.length, strikes: strikes.length } };
}, 'send-outbox');
