import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SQSClient } from '@aws-sdk/client-sqs';
import { openS3Bodies } from '#shared/inbox/s3-bodies.ts';
import { openSqsInbox } from '#shared/inbox/sqs-inbox.ts';
import { merchant } from '#shared/merchant/bundled.ts';
import { instantOf } from '#shared/returns/instant.ts';
import { readEnv, s3Endpoint } from '#shared/runtime/env.ts';
import { scheduleHandler } from '#shared/runtime/schedule.ts';
import { openStore } from '#shared/store/open-store.ts';
import { sweepDeadlines } from '#shared/timers/sweep-deadlines.ts';

const env = readEnv(['tableName', 'inboxUrl', 'bodiesBucket']);
const sqs = new SQSClient({});
const inbox = openSqsInbox(sqs, env.inboxUrl, openS3Bodies(sqs, { bucket: env.bodiesBucket, endpoint: s3Endpoint() }));
const now = () => instantOf(Date.now());
const store = openStore({
  client: new DynamoDBClient({}),
  tableName: env.tableName,
  rawDays: merchant.retention.rawDays,
  now,
});

/** Once a minute: deadlines that are past due and whose clock is silent. */
export const handler = scheduleHandler(async () => {
  const sweep = { listDue: store.listings.listDue, readSnapshot: store.cases.readSnapshot, send: inbox.send };
  const { ticks, more } = await sweepDeadlines(sweep, now());
  return ticks > 0 ? { line: { ticks, more }, metric: { name: 'ClockFoundSilent' } } : { line: { ticks, more } };
}, 'sweep-deadlines');
