import { setTimeout as sleep } from 'node:timers/promises';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SQSClient } from '@aws-sdk/client-sqs';
import { openHintQueues } from '#shared/aws/hint-queues.ts';
import { openInboxWatch } from '#shared/aws/inbox-watch.ts';
import { parseQueues } from '#shared/aws/parse-queues.ts';
import { openStoreCredentials } from '#shared/aws/store-credentials.ts';
import { merchant } from '#shared/merchant/bundled.ts';
import { reconcileShop } from '#shared/reconciling/reconcile-shop.ts';
import { listableShops, reconcileStores } from '#shared/reconciling/reconcile-stores.ts';
import { tellReconciled } from '#shared/reconciling/tell-reconciled.ts';
import { instantOf } from '#shared/returns/record/instant.ts';
import { readEnv } from '#shared/runtime/env.ts';
import { runAndTell } from '#shared/runtime/run.ts';
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
const isInboxBehind = openInboxWatch(sqs, env.inboxUrl, () => Date.now());
const shops = listableShops(merchant, openClients({ allowLoopback: merchant.demo }));

/** Every few minutes: what changed at the stores that no record shows yet. Not while the inbox is behind: what it holds would look missed. */
export const handler = scheduleHandler(async () => {
  if (await isInboxBehind()) {
    return { line: { outcome: 'yielded' } };
  }
  await reconcileStores(shops, async (shop) => {
    const { source, channel } = shop.channel;
    await runAndTell('reconcile-shop', { source, channel, shop: shop.shop }, async () =>
      tellReconciled(source, await reconcileShop(reconciler, shop)),
    );
  });
  return { line: { shops: shops.length } };
}, 'reconcile-stores');
