import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readMerchant } from '../../infra/merchant.ts';
import { bundleEntry, functionFolders, projectRoot } from '../bench/bundle.ts';
import { ofType, synthesize } from './synthesize.ts';

const services: Readonly<Record<string, string>> = {
  'client-sqs': 'sqs',
  'client-dynamodb': 'dynamodb',
  'client-secrets-manager': 'secretsmanager',
  'client-eventbridge': 'events',
  'client-sfn': 'states',
  'client-sns': 'sns',
};

/** Commands that go by the right to do what they do several of. */
const actionOf: Readonly<Record<string, string>> = {
  TransactWriteItems: 'PutItem',
  SendMessageBatch: 'SendMessage',
  ChangeMessageVisibilityBatch: 'ChangeMessageVisibility',
};

/** What a mapping or the log needs, beside what the code itself calls. */
const byLambda =
  /^(logs:|sqs:(ChangeMessageVisibility|DeleteMessage|GetQueueAttributes|GetQueueUrl|ReceiveMessage)$|dynamodb:(DescribeStream|GetRecords|GetShardIterator|ListStreams)$)/;

/** What Lambda does in a function's name: it puts an event that could not be handled among its dead letters. */
const byDeadLetters: Readonly<Record<string, readonly string[]>> = { notify: ['sqs:SendMessage'] };

/** Calls that stand in a function's bundle and that it never makes, with the reason. */
const neverMade: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'serve-api': {
    'dynamodb:PutItem': 'the store is opened whole, and only read',
    'dynamodb:UpdateItem': 'the store is opened whole, and only read',
    'dynamodb:DeleteItem': 'the store is opened whole, and only read',
  },
  'take-acts': {
    'dynamodb:UpdateItem': 'of deliveries, which it does not touch',
    'dynamodb:DeleteItem': 'of names that wait, which it does not touch',
  },
  'sweep-deadlines': {
    'dynamodb:UpdateItem': 'only its own place is written, whole',
    'dynamodb:DeleteItem': 'only its own place is written, whole',
  },
  'deliver-to-warehouse': {
    'dynamodb:Query': 'observations and acts are not read',
    'dynamodb:UpdateItem': 'only the ledger is written, whole',
    'dynamodb:DeleteItem': 'only the ledger is written, whole',
    's3:GetObject': 'bodies are put and not read',
  },
  'reconcile-stores': {
    'dynamodb:Query': 'observations and acts are not read',
    'dynamodb:UpdateItem': 'only cursors are written, whole',
    'dynamodb:DeleteItem': 'only cursors are written, whole',
  },
  notify: {
    'dynamodb:UpdateItem': 'claims are written, whole',
    'dynamodb:DeleteItem': 'claims go by their time to live',
  },
  'follow-parcel': { 's3:GetObject': 'bodies are put and not read' },
  'receive-webhook': { 's3:GetObject': 'bodies are put and not read' },
  'read-store': { 's3:GetObject': 'bodies are put and not read' },
};

/** The SDK's commands, and the signed requests to S3 and CloudWatch, in our own files that a function's bundle holds. */
function callsIn(files: readonly string[]): string[] {
  const texts = files.map((file) => readFileSync(join(projectRoot, file), 'utf8'));
  return texts.flatMap((text) => {
    const [, client = ''] = /from '@aws-sdk\/([\w-]+)'/.exec(text) ?? [];
    const commands = [...text.matchAll(/new (\w+)Command\(/g)].map(
      ([, name = '']) => `${services[client]}:${actionOf[name] ?? name}`,
    );
    const objects = [...text.matchAll(/await call\('(GET|PUT)'/g)].map(([, method]) =>
      method === 'GET' ? 's3:GetObject' : 's3:PutObject',
    );
    const figures = [...text.matchAll(/'GraniteServiceVersion20100801\.(\w+)'/g)].map(
      ([, name]) => `cloudwatch:${name}`,
    );
    return [...commands, ...objects, ...figures];
  });
}

const bundles = join(projectRoot, '.local', 'bundles');
const { returns } = synthesize(readMerchant('demo'));

function grantedTo(folder: string): string[] {
  const name = folder.replaceAll(/(^|-)(\w)/g, (_match, _dash, letter: string) => letter.toUpperCase());
  const policies = ofType(returns, 'AWS::IAM::Policy').filter(([id]) => id.includes(`${name}RoleDefaultPolicy`));
  const actions = policies.flatMap(([, { Properties }]) => {
    const { Statement } = Properties.PolicyDocument as { Statement: { Action: string | string[] }[] };
    return Statement.flatMap(({ Action }) => Action);
  });
  return actions.filter((action) => !byLambda.test(action));
}

describe('what a function may do', () => {
  it.each(functionFolders())('is what the code of %s calls, and no more', async (folder) => {
    const { inputs } = await bundleEntry(`functions/${folder}/handler.ts`, bundles);
    const own = Object.entries(inputs).filter(([file, bytes]) => bytes > 0 && /^(functions|shared)\//.test(file));
    const calls = callsIn(own.map(([file]) => file)).filter(
      (call) => !neverMade[folder]?.[call] && !byLambda.test(call),
    );

    const needed = [...calls, ...(byDeadLetters[folder] ?? [])];
    expect([...new Set(grantedTo(folder))].sort()).toEqual([...new Set(needed)].sort());
  });
});
