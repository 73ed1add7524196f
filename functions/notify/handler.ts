import { randomUUID } from 'node:crypto';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SNSClient } from '@aws-sdk/client-sns';
import { openMailTopics } from '#shared/aws/mail-topics.ts';
import { openRobotSecrets } from '#shared/aws/robot-secrets.ts';
import { silentSources } from '#shared/health/silent-sources.ts';
import { createEntryReader } from '#shared/lists/entry-reader.ts';
import { merchant } from '#shared/merchant/bundled.ts';
import { openEntrySource } from '#shared/notifying/entry-source.ts';
import { reportTold } from '#shared/notifying/report-told.ts';
import { tellPeople } from '#shared/notifying/tell-people.ts';
import { instantOf } from '#shared/returns/record/instant.ts';
import { openRobots } from '#shared/robots/open-robots.ts';
import { readEnv } from '#shared/runtime/env.ts';
import { runAndReport } from '#shared/runtime/run.ts';
import { scheduleHandler } from '#shared/runtime/schedule.ts';
import { openNoticeTable } from '#shared/store/notice-table.ts';
import { openStore } from '#shared/store/open-store.ts';

const env = readEnv(['tableName', 'secretPrefix', 'mailTopics']);
const now = () => instantOf(Date.now());
const client = new DynamoDBClient({});
const store = openStore({ client, tableName: env.tableName, rawDays: merchant.retention.rawDays, now });
const notices = openNoticeTable({ client, name: env.tableName }, now);
const notifier = {
  merchant,
  entries: openEntrySource(createEntryReader({ index: store.entries, now }), store, merchant),
  readSilences: async () => await silentSources({ merchant, cursors: store.cursors }),
  claims: notices,
  states: notices,
  robot: openRobots({
    secretOf: openRobotSecrets(new SecretsManagerClient({}), env.secretPrefix, Date.now),
    publishMail: openMailTopics(new SNSClient({}), env.mailTopics),
    allowLoopback: merchant.demo,
  }),
  now,
  known: new Set<string>(),
};

/** Once a minute: tells whoever has to act what cannot wait, and what is open at the times of the summaries. */
export const handler = scheduleHandler(async () => {
  const told = await tellPeople({
    ...notifier,
    runId: randomUUID(),
    eachRobot: async (robot, tell) => {
      await runAndReport('tell-robot', { robot }, async () => reportTold(robot, await tell()));
    },
  });
  return { line: { ...told }, metric: { name: 'NotifyDone' } };
}, 'notify');
