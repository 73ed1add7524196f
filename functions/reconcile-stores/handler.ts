import { setTimeout as sleep } from 'node:timers/promises';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SQSClient } from '@aws-sdk/client-sqs';
import { openDelayedQueue } from '#shared/aws/delayed-queue.ts';
import { openHintQueues } from '#shared/aws/hint-queues.ts';
import { openInboxWatch } from '#shared/aws/inbox-watch.ts';
import { parseQueues } from '#shared/aws/parse-queues.ts';
import { openStoreCredentials } from '#shared/aws/store-credentials.ts';
import { merchant } from '#shared/merchant/bundled.ts';
import { toQueueText } from '#shared/messages/encode-message.ts';
import type { TallyMessage } from '#shared/messages/inbox-message.ts';
import { notingToken } from '#shared/reconciling/note-token.ts';
import { reconcileShop } from '#shared/reconciling/reconcile-shop.ts';
import { listableShops, reconcileStores } from '#shared/reconciling/reconcile-stores.ts';
import { reportReconciled } from '#shared/reconciling/report-reconciled.ts';
import { tallyMissed } from '#shared/reconciling/tally-missed.ts';
import { instantOf } from '#shared/returns/record/instant.ts';
import { readEnv } from '#shared/runtime/env.ts';
import { runAndReport } from '#shared/runtime/run.ts';
import { scheduleHandler } from '#shared/runtime/schedule.ts';
import { openClients } from '#shared/sources/clients.ts';
import { openStore } from '#shared/store/open-store.ts';

const env = readEnv(['tableName', 'inboxUrl', 'hintQueues', 'secretPrefix']);
const now = () => instantOf(Date.now());
const client = new DynamoDBClient({});
const sqs = new SQSClient({});
const reconciler = {
  ...openStore({ client, tableName: env.tableName, rawDays: merchant.retention.rawDays, now }),
  credentials: openStoreCredentials(new SecretsManagerClient({}), env.secretPrefix, Date.now),
  hint: openHintQueues(sqs, parseQueues(env.hintQueues)),
  now,
  sleep: async (ms: number) => await sleep(ms),
};
const inbox = openDelayedQueue(sqs, env.inboxUrl);
const tell = async (message: TallyMessage) => await inbox.send(toQueueText(message), 0);
const isInboxBehind = openInboxWatch(sqs, env.inboxUrl, () => Date.now());
const shops = listableShops(merchant, openClients({ allowLoopback: merchant.demo }));

/** Every few minutes: what changed at the stores that no record shows yet. Not while the inbox is behind: what it holds would look missed. */
export const handler = scheduleHandler(async () => {
  if (await isInboxBehind()) {
    return { line: { outcome: 'yielded' } };
  }
  await reconcileStores(shops, async (shop) => {
    const { source, channel } = shop.channel;
    await runAndReport('reconcile-shop', { source, channel, shop: shop.shop }, async () => {
      const name = `${source}/${channel}/${shop.shop}`;
      const reconciled = await notingToken(reconciler, name, async () => await reconcileShop(reconciler, shop));
      await tallyMissed(tell, shop.channel, reconciled, now());
      return reportReconciled(source, reconciled);
    });
  });
  return { line: { shops: shops.length } };
}, 'reconcile-stores');
