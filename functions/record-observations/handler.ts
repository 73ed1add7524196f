import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SQSClient } from '@aws-sdk/client-sqs';
import { openInboxWatch } from '#shared/aws/inbox-watch.ts';
import { parseQueues } from '#shared/aws/parse-queues.ts';
import { openQueueControl } from '#shared/aws/queue-control.ts';
import { openS3Bodies } from '#shared/aws/s3-bodies.ts';
import { openSqsInbox, openSqsOutbound } from '#shared/aws/sqs-inbox.ts';
import { createGatherer } from '#shared/counting/gather.ts';
import { merchant } from '#shared/merchant/bundled.ts';
import { decodeMessage } from '#shared/messages/decode-message.ts';
import { policyReadingOf } from '#shared/policy/revisions.ts';
import { describeMessage } from '#shared/recording/describe-message.ts';
import { recordTogether } from '#shared/recording/record-together.ts';
import { groupOf, type Taken, takeMessage } from '#shared/recording/taken.ts';
import { instantOf } from '#shared/returns/record/instant.ts';
import { readEnv, s3Endpoint } from '#shared/runtime/env.ts';
import { policyLines } from '#shared/runtime/policy-lines.ts';
import { queueHandler } from '#shared/runtime/queue.ts';
import { observerOf } from '#shared/sources/observers.ts';
import { openStore } from '#shared/store/open-store.ts';
import { openPolicySource } from '#shared/store/policy-source.ts';

const env = readEnv(['tableName', 'inboxUrl', 'hintQueues', 'bodiesBucket']);
const client = new DynamoDBClient({});
const sqs = new SQSClient({});
const bodies = openS3Bodies(sqs, { bucket: env.bodiesBucket, endpoint: s3Endpoint() });
const now = () => instantOf(Date.now());
const store = openStore({ client, tableName: env.tableName, rawDays: merchant.retention.rawDays, now });
const gatherer = createGatherer(store.health);
const recorder = {
  ...store,
  outbound: openSqsOutbound(sqs, openSqsInbox(sqs, env.inboxUrl, bodies), parseQueues(env.hintQueues)),
  policy: openPolicySource({ client, name: env.tableName }, { ...policyReadingOf(merchant), ...policyLines, now }),
  merchant,
  observerOf,
  now,
  isInboxBehind: openInboxWatch(sqs, env.inboxUrl, Date.now),
  count: gatherer.add,
};

/** The one writer of records: takes the inbox's messages, those of one record together. */
export const handler = queueHandler(
  {
    what: 'record-observations',
    // A message takes some 0.1 s; ten of one record on a table that throttles, fifty times as long.
    longestMs: 6_000,
    read: async ({ body, messageId, receiveCount }) =>
      takeMessage(recorder, await decodeMessage(body, bodies.get), { messageId, isAgain: receiveCount > 1 }),
    nameOf: groupOf,
    work: async (messages: readonly Taken[]) => {
      const recorded = await recordTogether(recorder, messages);
      return recorded.map(({ outcome, reason, againSeconds }, index) => ({
        ...(againSeconds !== undefined && { againSeconds }),
        line: { ...describeMessage(messages[index] as Taken), outcome, detail: reason },
        metric: { name: 'MessageRecorded', reason: outcome },
      }));
    },
    after: gatherer.flush,
  },
  openQueueControl(sqs, env.inboxUrl),
);
