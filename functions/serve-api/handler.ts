import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SQSClient } from '@aws-sdk/client-sqs';
import { problemReply } from '#shared/api/problem.ts';
import { serveRequest } from '#shared/api/serve-request.ts';
import { openQueueAges } from '#shared/aws/queue-ages.ts';
import { openQueueWatch } from '#shared/aws/queue-watch.ts';
import { createSilenceWatch } from '#shared/health/silence-watch.ts';
import { createEntryReader } from '#shared/lists/entry-reader.ts';
import { merchant } from '#shared/merchant/bundled.ts';
import { policyReadingOf, readRevisions } from '#shared/policy/revisions.ts';
import { instantOf } from '#shared/returns/record/instant.ts';
import { metricsEndpoint, readEnv } from '#shared/runtime/env.ts';
import { httpHandler } from '#shared/runtime/http.ts';
import { openStore } from '#shared/store/open-store.ts';
import { readPolicyItems } from '#shared/store/policy-source.ts';

const { tableName, inboxUrl, queueNames } = readEnv(['tableName', 'inboxUrl', 'queueNames']);
const now = () => instantOf(Date.now());
const client = new DynamoDBClient({});
const store = openStore({ client, tableName, rawDays: merchant.retention.rawDays, now });
const reading = policyReadingOf(merchant);
const policies = {
  read: async () => readRevisions(await readPolicyItems({ client, name: tableName }), reading),
};
const sqs = new SQSClient({});
const queues = openQueueWatch(sqs, {
  inboxUrl,
  names: JSON.parse(queueNames) as readonly string[],
  agesOf: openQueueAges(sqs, { endpoint: metricsEndpoint(), nowMs: Date.now }),
});
const lists = createEntryReader({ index: store.entries, now });
const silence = createSilenceWatch({ merchant, cursors: store.cursors, now });
const api = { ...store, lists, silence, policies, queues, merchant, now };

/** What people and tools look at, behind the JWT authorizer of an HTTP API. */
export const handler = httpHandler(
  async ({ headers, rawBody: body, ...request }) => {
    const { reply, caseKey } = await serveRequest(api, { ...request, body, known: headers['if-none-match'] });
    return { reply, line: { route: request.route, caseKey } };
  },
  { what: 'serve-api', onThrow: problemReply('failed') },
);
