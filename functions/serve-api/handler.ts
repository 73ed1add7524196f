import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { problemReply } from '#shared/api/problem.ts';
import { serveRequest } from '#shared/api/serve-request.ts';
import { merchant } from '#shared/merchant/bundled.ts';
import { policyReadingOf, readRevisions } from '#shared/policy/revisions.ts';
import { instantOf } from '#shared/returns/record/instant.ts';
import { readEnv } from '#shared/runtime/env.ts';
import { httpHandler } from '#shared/runtime/http.ts';
import { openStore } from '#shared/store/open-store.ts';
import { readPolicyItems } from '#shared/store/policy-source.ts';

const { tableName } = readEnv(['tableName']);
const now = () => instantOf(Date.now());
const client = new DynamoDBClient({});
const store = openStore({ client, tableName, rawDays: merchant.retention.rawDays, now });
const reading = policyReadingOf(merchant);
const policies = {
  read: async () => readRevisions(await readPolicyItems({ client, name: tableName }), reading),
};
const api = { ...store, policies, merchant, now };

/** Cases, their timelines, policy and what came of deliveries, behind the JWT authorizer of an HTTP API. */
export const handler = httpHandler(
  async ({ route, path, query, claims }) => {
    const { reply, caseKey } = await serveRequest(api, { route, path, query, claims });
    return { reply, line: { route, caseKey } };
  },
  { what: 'serve-api', onThrow: problemReply('failed') },
);
