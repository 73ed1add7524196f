import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SFNClient } from '@aws-sdk/client-sfn';
import { SQSClient } from '@aws-sdk/client-sqs';
import { openInboxWatch } from '#shared/aws/inbox-watch.ts';
import { sendBatch } from '#shared/aws/send-batch.ts';
import { openStepFunctionsTimers } from '#shared/aws/step-functions-timers.ts';
import { sweepDeadlines } from '#shared/clocks/sweep-deadlines.ts';
import { merchant } from '#shared/merchant/bundled.ts';
import { toQueueText } from '#shared/messages/encode-message.ts';
import type { RecordName } from '#shared/messages/record-name.ts';
import { instantOf } from '#shared/returns/record/instant.ts';
import { readEnv } from '#shared/runtime/env.ts';
import { scheduleHandler } from '#shared/runtime/schedule.ts';
import { openStore } from '#shared/store/open-store.ts';

const env = readEnv(['tableName', 'inboxUrl', 'strikesUrl', 'deadlineTimerArn']);
const sqs = new SQSClient({});
const now = () => instantOf(Date.now());
const { cases, parcels, listings, sweeps } = openStore({
  client: new DynamoDBClient({}),
  tableName: env.tableName,
  rawDays: merchant.retention.rawDays,
  now,
});
const sweep = {
  ...sweeps,
  listStrikes: listings.listStrikes,
  readSnapshot: async (record: RecordName) =>
    'parcel' in record ? await parcels.readSnapshot(record.parcel) : await cases.readSnapshot(record.caseKey),
  timers: openStepFunctionsTimers(new SFNClient({}), env.deadlineTimerArn),
  send: async (strikes: readonly unknown[]) =>
    await sendBatch(
      sqs,
      env.strikesUrl,
      strikes.map((strike) => ({ text: toQueueText(strike) })),
    ),
  isInboxBehind: openInboxWatch(sqs, env.inboxUrl, Date.now),
};

/** What a run needs to finish a page that it began, and to write where it stands. */
const pageMs = 12_000;

/** Once a minute: starts the clocks of what strikes before long, and strikes where a clock was silent. */
export const handler = scheduleHandler(async (remainingMs) => {
  const swept = await sweepDeadlines({ ...sweep, hasTime: () => remainingMs() > pageMs }, now());
  return {
    line: { ...swept },
    metrics: [
      { name: 'SweepDone' },
      ...(swept.late > 0 ? [{ name: 'ClockFoundSilent', value: swept.late }] : []),
      ...(swept.outcome === 'behind' ? [{ name: 'SweepBehind' }] : []),
    ],
  };
}, 'sweep-deadlines');
