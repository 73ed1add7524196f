import {
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  TransactionCanceledException,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb';
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import type { APIGatewayProxyEventV2, Context } from 'aws-lambda';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { observationItem, snapshotItem } from '#shared/store/items.ts';
import { caseKey, record, wholeReturn } from '../unit/api/whole-return.ts';
import { captureOutput } from '../unit/runtime/capture.ts';
import { httpEvent } from '../unit/runtime/http-event.ts';

vi.stubEnv('TABLE_NAME', 'records');
vi.stubEnv('INBOX_URL', 'https://sqs.example.com/inbox');
const sqs = mockClient(SQSClient);
const dynamo = mockClient(DynamoDBClient);
const { handler } = await import('../../functions/take-acts/handler.ts');
const { table } = await record(...wholeReturn);
const stored = (await table.cases.readSnapshot(caseKey))!;
const pk = `CASE#${caseKey}`;
const wire = (item: object) => marshall(item, { removeUndefinedValues: true });
const snapshot = wire(snapshotItem(pk, stored, {}));
const observations = (await table.cases.readObservations(caseKey)).map((each) =>
  wire(observationItem({ pk, sk: `OBS#${each.id}` }, each)),
);
const acts = (await table.cases.readActs(caseKey)).map((act) => wire({ pk, sk: `ACT#0000000${act.n}`, ...act }));
const output = captureOutput();

const note = '王小明 13800138000';

function event(body: unknown, groups = '["admin"]', key = 'k-1'): APIGatewayProxyEventV2 {
  const authorizer = { jwt: { claims: { 'cognito:groups': groups, sub: 'ann' }, scopes: null } };
  const requestContext = { http: { method: 'POST', path: '/cases' }, authorizer };
  return httpEvent({
    routeKey: 'POST /cases/{key}/acts',
    pathParameters: { key: caseKey },
    headers: { 'Idempotency-Key': key },
    body: JSON.stringify(body),
    requestContext: requestContext as unknown as APIGatewayProxyEventV2['requestContext'],
  });
}

async function ask(...inputs: Parameters<typeof event>) {
  const answer = (await handler(event(...inputs), {} as Context)) as { statusCode: number; body: string };
  return { status: answer.statusCode, body: JSON.parse(answer.body) };
}

const written = () =>
  dynamo.commandCalls(TransactWriteItemsCommand).map((call) => call.args[0].input.TransactItems ?? []);

let items: Record<string, ReturnType<typeof wire> | undefined> = {};

beforeEach(() => {
  dynamo.reset();
  sqs.reset();
  sqs.on(SendMessageCommand).resolves({});
  items = { SNAPSHOT: snapshot };
  dynamo.on(GetItemCommand).callsFake(({ Key }) => {
    const key = unmarshall(Key);
    return { Item: key.pk === pk ? items[String(key.sk)] : undefined };
  });
  dynamo.on(QueryCommand).callsFake(({ ExpressionAttributeValues: values }) => {
    const { ':pk': of, ':prefix': prefix } = unmarshall(values);
    const found = { 'OBS#': observations, 'ACT#': acts }[String(prefix)];
    return { Items: of === pk ? (found ?? []) : [] };
  });
  dynamo.on(TransactWriteItemsCommand).resolves({});
  dynamo.on(PutItemCommand).callsFake(({ Item }) => {
    items[String(unmarshall(Item).sk)] = Item;
    return {};
  });
});

describe('take-acts handler', () => {
  it('writes the act and the record that it was judged on in one transaction, by the token’s person', async () => {
    expect(await ask({ act: 'claim' })).toMatchObject({ status: 200, body: { n: stored.lastAct! + 1 } });
    const [puts = []] = written();
    const put = puts.map(({ Put }) => unmarshall(Put?.Item ?? {}));

    expect(written()).toHaveLength(1);
    expect(put).toMatchObject([
      { pk, sk: 'SNAPSHOT', version: stored.version + 1, snapshot: { work: { owner: { person: 'ann' } } } },
      {
        pk,
        sk: `ACT#0000000${stored.lastAct! + 1}`,
        act: { act: 'claim', by: { person: 'ann', groups: ['admin'] } },
        key: 'k-1',
      },
    ]);
    expect(puts.map(({ Put }) => Put?.ConditionExpression)).toEqual([
      '#version = :readVersion AND #foldRevision <= :foldRevision',
      'attribute_not_exists(#pk)',
    ]);
  });

  it('judges again where somebody else wrote meanwhile', async () => {
    const CancellationReasons = [{ Code: 'ConditionalCheckFailed' }, { Code: 'None' }];
    const lost = new TransactionCanceledException({ message: 'lost', $metadata: {}, CancellationReasons });
    dynamo.on(TransactWriteItemsCommand).rejectsOnce(lost).resolves({});

    expect(await ask({ act: 'claim' })).toMatchObject({ status: 200 });
    expect(written()).toHaveLength(2);
  });

  it('answers 409 with who owns it, and writes nothing', async () => {
    const owned = { ...stored, snapshot: { ...stored.snapshot, work: { notes: 0 } }, lastAct: 9 };
    const claim = { act: 'claim', by: { person: 'bo', groups: ['agent'] }, at: '2026-03-10T09:00:00.000Z' };
    items.SNAPSHOT = wire(snapshotItem(pk, owned, {}));
    acts.push(wire({ pk, sk: 'ACT#00000009', n: 9, act: claim }));
    const answer = await ask({ act: 'claim' });
    acts.pop();

    expect(answer).toMatchObject({ status: 409, body: { code: 'owned', owner: { person: 'bo' } } });
    expect(written()).toEqual([]);
  });

  it('keeps what a note says with the people of the case, and out of the act and the log', async () => {
    expect(await ask({ act: 'note', text: note })).toMatchObject({ status: 200 });
    expect(JSON.stringify(items.PERSON)).toContain('13800138000');
    expect(JSON.stringify(written())).not.toContain('13800138000');
    expect(output.text()).not.toContain('13800138000');
  });

  it('writes one line of ids, and nothing of what was sent', async () => {
    await ask({ act: 'claim' });
    const line = output.lines().at(-1);

    expect(line).toMatchObject({ message: 'take-acts', route: 'POST /cases/{key}/acts', caseKey, status: 200 });
  });

  it('answers 500 where the table fails, and says so on its line', async () => {
    dynamo.on(TransactWriteItemsCommand).rejects(new Error('no table'));

    expect(await ask({ act: 'claim' })).toMatchObject({ status: 500 });
    expect(output.lines().at(-1)).toMatchObject({ outcome: 'threw', level: 'ERROR' });
  });

  it('refuses a caller of no group, and reads nothing', async () => {
    expect(await ask({ act: 'claim' }, '[]')).toMatchObject({ status: 403 });
    expect(dynamo.calls()).toEqual([]);
  });

  it('has a delivery read anew by a message that only names it, and writes nothing', async () => {
    const ref = { source: 'standard', channel: 'own-store', id: 'msg_1' };
    const head = { ...ref, via: 'webhook', receivedAt: '2026-03-10T09:00:00.000Z', outcome: 'not-understood' };
    dynamo.on(GetItemCommand).resolves({ Item: wire({ ...head, expiresAt: 9_999_999_999 }) });
    const route = 'POST /deliveries/{source}/{channel}/{id}/replay';
    const answer = await handler({ ...event({}), routeKey: route, pathParameters: ref }, {} as Context);

    expect(answer).toMatchObject({ statusCode: 202 });
    expect(sqs.commandCalls(SendMessageCommand).map((call) => call.args[0].input)).toEqual([
      { QueueUrl: 'https://sqs.example.com/inbox', MessageBody: JSON.stringify({ kind: 'replay', ref }) },
    ]);
    expect(written()).toEqual([]);
  });
});
