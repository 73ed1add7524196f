import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { problemReply } from '#shared/api/problem.ts';
import { serveRequest } from '#shared/api/serve-request.ts';
import { merchant } from '#shared/merchant/bundled.ts';
import { instantOf } from '#shared/returns/record/instant.ts';
import { readEnv } from '#shared/runtime/env.ts';
import { httpHandler } from '#shared/runtime/http.ts';
import { openStore } from '#shared/store/open-store.ts';

const { tableName } = readEnv(['tableName']);
const now = () => instantOf(Date.now());
const store = openStore({ client: new DynamoDBClient({}), tableName, rawDays: merchant.retention.rawDays, now });
const api = { ...store, merchant, now };

/** `GET /cases/{key}` and `GET /cases/{key}/timeline`, behind the JWT authorizer of an HTTP API. */
export const handler = httpHandler(
  async ({ route, path, query, claims }) => {
    const { reply, caseKey } = await serveRequest(api, { route, path, query, claims });
    return { reply, line: { route, caseKey } };
  },
  { what: 'serve-api', onThrow: problemReply('failed') },
);
