import { DynamoDBClient, GetItemCommand, PutItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb';
import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SNSClient } from '@aws-sdk/client-sns';
import { marshall } from '@aws-sdk/util-dynamodb';
import type { Context, ScheduledEvent } from 'aws-lambda';
import { mockClient } from 'aws-sdk-client-mock';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { foldCase } from '#shared/returns/case/fold-case.ts';
import { addMillis, instantOf } from '#shared/returns/record/instant.ts';
import { listEntry, listIndex } from '#shared/store/list-index.ts';
import { caseEntry } from '../memory/entries.ts';
import { testRules } from '../memory/test-merchant.ts';
import { type SimulatedRobots, startRobots } from '../simulators/robots.ts';
import { type Captured, captureOutput } from '../unit/runtime/capture.ts';

const dynamo = mockClient(DynamoDBClient);
const secrets = mockClient(SecretsManagerClient);
const sns = mockClient(SNSClient);
vi.stubEnv('TABLE_NAME', 'returns')
  .stubEnv('SECRET_PREFIX', 'backhaul/demo/')
  .stubEnv('MAIL_TOPICS', '{"lead":"arn:aws:sns:us-east-1:1:lead"}');
const { handler } = await import('../../functions/notify/handler.ts');

/** Noon in Shanghai, when no summary is due. */
vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2026-03-10T04:00:00Z') });
const now = instantOf(Date.now());
const key = 'standard:main:C1';
const dueAt = addMillis(now, 20 * 60_000);
const platform = { kind: 'platform-decision', subject: 'decision', dueAt } as const;
const entry = caseEntry('C1', { key, source: 'standard', shop: 'main', platform, writtenAt: now });
const pk = `CASE#${key}`;
const indexed = listEntry(entry, pk);
const place = String(indexed[listIndex.partitionKey]);
const deadline = { ...platform, id: 'd1', openedAt: now, setBy: 'platform', missed: false, escalated: 0 };
const snapshot = { ...foldCase(key, [], [], testRules), source: 'standard', shop: 'main', caseId: 'C1' };
const duty = 'whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYX';
const paths = {
  'day-group': '/robot/send?access_token=day-group',
  'night-group': '/open-apis/bot/v2/hook/night-group',
  'duty-rota': '/notices/duty-rota',
};
let robots: SimulatedRobots;
let output: Captured;

beforeEach(async () => {
  dynamo.reset();
  secrets.reset();
  sns.reset();
  dynamo.on(QueryCommand).resolves({ Items: [] });
  dynamo
    .on(QueryCommand, { ExpressionAttributeValues: { ':place': { S: place } } }, false)
    .resolves({ Items: [marshall({ pk, sk: 'SNAPSHOT', ...indexed })] });
  dynamo.on(GetItemCommand).resolves({});
  dynamo.on(GetItemCommand, { Key: marshall({ pk, sk: 'SNAPSHOT' }) }).resolves({
    Item: marshall(
      { pk, sk: 'SNAPSHOT', version: 1, foldRevision: 1, snapshot: { ...snapshot, deadlines: { d1: deadline } } },
      { removeUndefinedValues: true },
    ),
  });
  dynamo.on(PutItemCommand).resolves({});
  robots = await startRobots({ port: 0, secretOf: () => duty });
  for (const [id, path] of Object.entries(paths)) {
    secrets
      .on(GetSecretValueCommand, { SecretId: `backhaul/demo/notify/${id}` })
      .resolves({ SecretString: JSON.stringify({ url: `${robots.url}${path}`, secret: duty }) });
  }
  output = captureOutput();
});

afterEach(async () => {
  vi.restoreAllMocks();
  await robots.close();
});

describe('notify handler', () => {
  it('tells what cannot wait by each robot of its routes, signed, and writes a line for each without what it says', async () => {
    await handler({} as ScheduledEvent, { getRemainingTimeInMillis: () => 50_000 } as Context);

    expect(robots.counts).toMatchObject({ notGenuine: 0, notRead: 0 });
    expect(robots.shown('day-group')).toMatchObject([
      { title: '平台时限最后半小时：standard main', called: ['agent01'] },
    ]);
    expect(robots.shown('duty-rota')).toHaveLength(1);
    const lines = output.lines().filter(({ message }) => message === 'tell-robot');
    expect(lines).toContainEqual(
      expect.objectContaining({ robot: 'day-group', outcome: 'told', told: 1, messages: 1 }),
    );
    expect(JSON.stringify(lines)).not.toContain('C1');
    expect(output.lines()).toContainEqual(expect.objectContaining({ message: 'notify', NotifyDone: 1 }));
  });
});
