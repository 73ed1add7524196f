import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SQSClient } from '@aws-sdk/client-sqs';
import { openHintQueues } from '#shared/aws/hint-queues.ts';
import { parseQueues } from '#shared/aws/parse-queues.ts';
import { openQueueControl } from '#shared/aws/queue-control.ts';
import { openS3Bodies } from '#shared/aws/s3-bodies.ts';
import { openSqsInbox } from '#shared/aws/sqs-inbox.ts';
import { openStoreCredentials } from '#shared/aws/store-credentials.ts';
import { merchant } from '#shared/merchant/bundled.ts';
import { decodeHint } from '#shared/messages/decode-hint.ts';
import type { ReadHint } from '#shared/messages/inbox-message.ts';
import { joinHints } from '#shared/reading/join-hints.ts';
import { createReadHint } from '#shared/reading/read-hint.ts';
import { openShopGate } from '#shared/reading/shop-gate.ts';
import { readEnv, s3Endpoint } from '#shared/runtime/env.ts';
import { queueHandler } from '#shared/runtime/queue.ts';
import { openClients } from '#shared/sources/clients.ts';

const env = readEnv(['inboxUrl', 'hintQueues', 'bodiesBucket', 'secretPrefix']);
const sqs = new SQSClient({});
const inbox = openSqsInbox(sqs, env.inboxUrl, openS3Bodies(sqs, { bucket: env.bodiesBucket, endpoint: s3Endpoint() }));
const readHint = createReadHint({
  merchant,
  clientOf: openClients({ allowLoopback: merchant.demo }),
  credentials: openStoreCredentials(new SecretsManagerClient({}), env.secretPrefix, Date.now),
  gate: openShopGate(),
  send: inbox.send,
  putBack: openHintQueues(sqs, parseQueues(env.hintQueues)),
  nowMs: Date.now,
});

/** Answers notify-only messages by reading the case at its store; hints of one case that come together are one read. */
export const handler = queueHandler(
  {
    what: 'read-store',
    // A store is given ten seconds to answer.
    longestMs: 12_000,
    read: ({ body }) => decodeHint(body),
    nameOf: ({ source, shop, caseId }: ReadHint) => [source, shop, caseId].join(' '),
    work: async (hints) => {
      const { outcome } = await readHint(joinHints(hints));
      return hints.map(({ source, channel, shop, caseId, attempt, missed }, index) => {
        const own = index === 0 ? outcome : 'joined';
        return {
          line: { source, channel, shop, caseId, attempt, missed, outcome: own },
          metric: { name: 'HintAnswered', reason: own },
        };
      });
    },
  },
  openQueueControl(sqs, env.inboxUrl),
);
