import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SQSClient } from '@aws-sdk/client-sqs';
import { problemReply } from '#shared/api/problem.ts';
import { takeRequest } from '#shared/api/take-request.ts';
import { openReplayQueue } from '#shared/aws/replay-queue.ts';
import { merchant } from '#shared/merchant/bundled.ts';
import { policyReadingOf } from '#shared/policy/revisions.ts';
import { instantOf } from '#shared/returns/record/instant.ts';
import { readEnv } from '#shared/runtime/env.ts';
import { httpHandler } from '#shared/runtime/http.ts';
import { policyLines } from '#shared/runtime/policy-lines.ts';
import { openStore } from '#shared/store/open-store.ts';
import { openPolicySource } from '#shared/store/policy-source.ts';

const { tableName, inboxUrl } = readEnv(['tableName', 'inboxUrl']);
const now = () => instantOf(Date.now());
const client = new DynamoDBClient({});
const acting = {
  ...openStore({ client, tableName, rawDays: merchant.retention.rawDays, now }),
  policy: openPolicySource(
    { client, name: tableName },
    // What a release brings is stored by the other writer of records.
    { ...policyReadingOf(merchant), ...policyLines, now, readsOnly: true },
  ),
  replays: openReplayQueue(new SQSClient({}), inboxUrl),
  merchant,
  now,
};

/** What people decide and do, behind the JWT authorizer of an HTTP API: judged and written within the request. */
export const handler = httpHandler(
  async ({ headers, rawBody: body, ...request }) => {
    const asked = { ...request, body, key: headers['idempotency-key'] };
    const { reply, caseKey, trackingNumber } = await takeRequest(acting, asked);
    return { reply, line: { route: request.route, caseKey, trackingNumber } };
  },
  { what: 'take-acts', onThrow: problemReply('failed') },
);
