import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SQSClient } from '@aws-sdk/client-sqs';
import { decodeHint } from '#shared/inbox/decode-hint.ts';
import { openHintQueues } from '#shared/inbox/hint-queues.ts';
import { parseQueues } from '#shared/inbox/parse-queues.ts';
import { openS3Bodies } from '#shared/inbox/s3-bodies.ts';
import { openSqsInbox } from '#shared/inbox/sqs-inbox.ts';
import { openStoreCredentials } from '#shared/inbox/store-credentials.ts';
import { merchant } from '#shared/merchant/bundled.ts';
import { createReadHint } from '#shared/reading/read-hint.ts';
import { openShopGate } from '#shared/reading/shop-gate.ts';
import { readEnv, s3Endpoint } from '#shared/runtime/env.ts';
import { queueHandler } from '#shared/runtime/queue.ts';
import { clientOf } from '#shared/sources/clients.ts';

const env = readEnv(['inboxUrl', 'hintQueues', 'bodiesBucket', 'secretPrefix']);
const sqs = new SQSClient({});
const inbox = openSqsInbox(sqs, env.inboxUrl, openS3Bodies(sqs, { bucket: env.bodiesBucket, endpoint: s3Endpoint() }));
const readHint = createReadHint({
  merchant,
  clientOf,
  credentials: openStoreCredentials(new SecretsManagerClient({}), env.secretPrefix, Date.now),
  gate: openShopGate(),
  send: inbox.send,
  putBack: openHintQueues(sqs, parseQueues(env.hintQueues)),
  nowMs: Date.now,
});

/** Answers notify-only messages by reading the case at its store. */
export const handler = queueHandler(async ({ body }) => {
  const hint = decodeHint(body);
  const { outcome } = await readHint(hint);
  const { source, channel, shop, caseId, attempt, missed } = hint;
  return {
    line: { source, channel, shop, caseId, attempt, missed, outcome },
    metric: { name: 'HintAnswered', reason: outcome },
  };
}, 'read-store');
