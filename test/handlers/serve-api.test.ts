import { DynamoDBClient, GetItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import type { APIGatewayProxyEventV2, Context } from 'aws-lambda';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { snapshotItem } from '#shared/store/items.ts';
import { caseKey, record, wholeReturn } from '../unit/api/whole-return.ts';
import { captureOutput } from '../unit/runtime/capture.ts';
import { httpEvent } from '../unit/runtime/http-event.ts';

vi.stubEnv('TABLE_NAME', 'records')
  .stubEnv('INBOX_URL', 'https://sqs/backhaul-demo-inbox')
  .stubEnv('QUEUE_NAMES', '["inbox","inbox-dlq","sweep-dlq"]')
  .stubEnv('AWS_REGION', 'us-east-1')
  .stubEnv('AWS_ACCESS_KEY_ID', 'a')
  .stubEnv('AWS_SECRET_ACCESS_KEY', 'b');
const dynamo = mockClient(DynamoDBClient);
const { handler } = await import('../../functions/serve-api/handler.ts');
const { table } = await record(...wholeReturn);
const stored = await table.cases.readSnapshot(caseKey);
const item = stored && marshall(snapshotItem(`CASE#${caseKey}`, stored, {}), { removeUndefinedValues: true });
const output = captureOutput();

function event(groups: string, route = 'GET /cases/{key}'): APIGatewayProxyEventV2 {
  const authorizer = { jwt: { claims: { 'cognito:groups': groups }, scopes: null } };
  const requestContext = { http: { method: 'GET', path: '/cases' }, authorizer };
  return httpEvent({
    routeKey: route,
    pathParameters: { key: caseKey },
    requestContext: requestContext as unknown as APIGatewayProxyEventV2['requestContext'],
  });
}

beforeEach(() => {
  dynamo.reset();
  dynamo.on(GetItemCommand).resolves({ Item: item });
  dynamo.on(QueryCommand).resolves({ Items: [] });
});

describe('serve-api handler', () => {
  it('shows a case to an admin by one consistent read of its own partition', async () => {
    const answer = await handler(event('[admin]'), {} as Context);
    expect(answer).toMatchObject({ statusCode: 200, headers: { 'content-type': 'application/json; charset=utf-8' } });
    expect(dynamo.commandCalls(GetItemCommand).map((call) => call.args[0].input)).toEqual([
      expect.objectContaining({
        TableName: 'records',
        ConsistentRead: true,
        Key: marshall({ pk: `CASE#${caseKey}`, sk: 'SNAPSHOT' }),
      }),
    ]);
    expect(dynamo.commandCalls(QueryCommand)).toEqual([]);
  });

  it('shows a timeline', async () => {
    const answer = await handler(event('[admin]', 'GET /cases/{key}/timeline'), {} as Context);
    expect(JSON.parse((answer as { body: string }).body)).toMatchObject({ caseKey, entries: expect.any(Array) });
  });

  it('shows the policy, read from its own partition', async () => {
    const answer = await handler(event('[admin]', 'GET /policy'), {} as Context);

    expect(JSON.parse((answer as { body: string }).body)).toMatchObject({
      inForce: { revision: 'demo-1' },
      revisions: [],
    });
    const asked = dynamo.commandCalls(QueryCommand).map(({ args }) => args[0].input.ExpressionAttributeValues);
    expect(asked).toEqual(['REVISION#', 'BASE#'].map((prefix) => marshall({ ':pk': 'POLICY', ':prefix': prefix })));
  });

  it('C13: lists what was not understood from its index, and reads neither bodies nor headers', async () => {
    dynamo
      .on(QueryCommand)
      .resolves({ Items: [marshall({ pk: 'DELIVERY#shopify#main#d-1', sk: 'RAW', gsi3sk: 'x' })] });
    const answer = await handler(event('[admin]', 'GET /deliveries'), {} as Context);

    expect(answer).toMatchObject({ statusCode: 200 });
    expect(dynamo.commandCalls(QueryCommand).map((call) => call.args[0].input)).toEqual([
      expect.objectContaining({
        IndexName: 'gsi3',
        ExpressionAttributeValues: marshall({ ':partition': 'NOT-UNDERSTOOD' }),
      }),
    ]);
    const [got] = dynamo.commandCalls(GetItemCommand).map((call) => call.args[0].input);
    expect(got?.Key).toEqual(marshall({ pk: 'DELIVERY#shopify#main#d-1', sk: 'RAW' }));
    expect(Object.values(got?.ExpressionAttributeNames ?? {}).sort()).toEqual(
      ['source', 'channel', 'id', 'via', 'receivedAt', 'outcome', 'reason', 'expiresAt', 'gsi3pk'].sort(),
    );
    expect(got?.ProjectionExpression?.split(', ').sort()).toEqual(
      Object.keys(got?.ExpressionAttributeNames ?? {}).sort(),
    );
  });

  it('refuses a caller of no group, and reads nothing', async () => {
    expect(await handler(event('[]'), {} as Context)).toMatchObject({ statusCode: 403 });
    expect(dynamo.calls()).toEqual([]);
  });

  it('answers a problem when the table is not reached', async () => {
    dynamo.on(GetItemCommand).rejects(new Error('unreachable'));
    expect(await handler(event('[admin]'), {} as Context)).toMatchObject({
      statusCode: 500,
      headers: { 'content-type': 'application/problem+json; charset=utf-8' },
    });
  });

  it('logs the route, the case and the status, and nothing of what was shown', async () => {
    await handler(event('[admin]'), {} as Context);
    const line = output.lines().at(-1);
    expect(line).toMatchObject({ message: 'serve-api', route: 'GET /cases/{key}', caseKey, status: 200 });
    expect(JSON.stringify(line)).not.toContain('SO-1');
  });
});
