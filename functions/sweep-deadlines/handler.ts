import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SQSClient } from '@aws-sdk/client-sqs';
import { openTickQueue } from '#shared/inbox/tick-queue.ts';
import { merchant } from '#shared/merchant/bundled.ts';
import { instantOf } from '#shared/returns/instant.ts';
import { readEnv } from '#shared/runtime/env.ts';
import { scheduleHandler } from '#shared/runtime/schedule.ts';
import { openStore } from '#shared/store/open-store.ts';
import { sweepDeadlines } from '#shared/timers/sweep-deadlines.ts';

const env = readEnv(['tableName', 'inboxUrl']);
const ticks = openTickQueue(new SQSClient({}), env.inboxUrl);
const now = () => instantOf(Date.now());
const store = openStore({
  client: new DynamoDBClient({}),
  tableName: env.tableName,
  rawDays: merchant.retention.rawDays,
  now,
});

/** Once a minute: deadlines that are past due and whose clock is silent. */
export const handler = scheduleHandler(async () => {
  const sweep = { listDue: store.listings.listDue, readSnapshot: store.cases.readSnapshot, send: ticks.send };
  const { ticks: sent, more } = await sweepDeadlines(sweep, now());
  return sent > 0
    ? { line: { ticks: sent, more }, metric: { name: 'ClockFoundSilent' } }
    : { line: { ticks: sent, more } };
}, 'sweep-deadlines');
