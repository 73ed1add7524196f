import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SQSClient } from '@aws-sdk/client-sqs';
import { openAccessTokens } from '#shared/inbox/access-tokens.ts';
import { decodeHint } from '#shared/inbox/decode-hint.ts';
import { openS3Bodies } from '#shared/inbox/s3-bodies.ts';
import { openSqsInbox, openSqsOutbound } from '#shared/inbox/sqs-inbox.ts';
import { merchant } from '#shared/merchant/bundled.ts';
import { createReadHint } from '#shared/reading/read-hint.ts';
import { openShopGate } from '#shared/reading/shop-gate.ts';
import { readEnv, s3Endpoint } from '#shared/runtime/env.ts';
import { queueHandler } from '#shared/runtime/queue.ts';
import { clientOf } from '#shared/sources/clients.ts';

const env = readEnv(['inboxUrl', 'hintsUrl', 'bodiesBucket', 'secretPrefix']);
const sqs = new SQSClient({});
const inbox = openSqsInbox(sqs, env.inboxUrl, openS3Bodies(sqs, { bucket: env.bodiesBucket, endpoint: s3Endpoint() }));
const readHint = createReadHint({
  merchant,
  clientOf,
  accessToken: openAccessTokens(new SecretsManagerClient({}), env.secretPrefix, Date.now),
  gate: openShopGate(),
  send: inbox.send,
  putBack: openSqsOutbound(sqs, inbox, env.hintsUrl).hint,
  nowMs: Date.now,
});

/** Answers notify-only messages by reading the case at its store. */
export const handler = queueHandler(async ({ body }) => {
  const hint = decodeHint(body);
  const { outcome } = await readHint(hint);
  const { source, channel, shop, caseId, attempt } = hint;
  return {
    line: { source, channel, shop, caseId, attempt, outcome },
    metric: { name: 'HintAnswered', reason: outcome },
  };
}, 'read-store');
