import { randomBytes } from 'node:crypto';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SQSClient } from '@aws-sdk/client-sqs';
import { merchant } from '#shared/merchant/bundled.ts';
import { instantOf } from '#shared/returns/instant.ts';
import { openStore, type Store } from '#shared/store/open-store.ts';
import type { LocalOutputs } from '../../infra/local/outputs.ts';
import { localClient } from '../../infra/local/read-outputs.ts';
import { type Lane, openLane } from '../simulation/lane.ts';
import { type ShopifyAdmin, startShopifyAdmin } from '../simulators/shopify-admin.ts';
import { createShopifyStore, type ShopifyStore } from '../simulators/shopify-store.ts';
import { createStandardSender, type StandardSender } from '../simulators/standard-sender.ts';
import { startWms, type Wms } from '../simulators/wms.ts';
import { type BusListener, startBusListener } from './bus-listener.ts';
import { putDemoPolicy } from './demo-clocks.ts';
import { readSecrets, type SenderSecrets } from './read-secrets.ts';

/** The deployed stack, and everyone around it. */
export interface World {
  readonly outputs: LocalOutputs;
  /** Four letters that no other run has. */
  readonly run: string;
  readonly store: Store;
  readonly sqs: SQSClient;
  readonly events: BusListener;
  /** Own store, warehouses, carrier and help desk. */
  readonly sender: StandardSender;
  readonly secrets: SenderSecrets;
  readonly shop: ShopifyStore;
  readonly admin: ShopifyAdmin;
  readonly wms: { readonly east: Wms; readonly west: Wms };
  /** Doudian, Kuaidi100, and the warehouses that are called. */
  readonly lane: Lane;
  close(): Promise<void>;
}

const shopify = 'shopify/acme-goods';

/** Starts the simulated world around a deployed demo merchant: senders with its secrets, warehouses at its queues, a listener at its bus. */
export async function openWorld(outputs: LocalOutputs): Promise<World> {
  const client = localClient(outputs);
  const sqs = new SQSClient(client);
  const dynamodb = new DynamoDBClient(client);
  const table = { client: dynamodb, name: outputs.tableName };
  const run = letters(4);
  const { webhooksUrl } = outputs;
  const secrets = readSecrets(new SecretsManagerClient(client), outputs);
  const sender = createStandardSender({
    webhooksUrl,
    run,
    secretOf: (channel) => secrets.signing(`standard/${channel}`),
  });
  const admin = await startAdmin(secrets);
  const lane = await openLane({ outputs, secrets, run });
  const restorePolicy = await putDemoPolicy(table);
  const events = await startBusListener({ sqs, bus: new EventBridgeClient(client), busName: outputs.busName, run });
  const wmsOf = (warehouseId: string) =>
    startWms({
      client: sqs,
      queueUrl: queueOf(outputs, warehouseId),
      warehouseId,
      channel: `wms-${warehouseId}`,
      sender,
    });
  const wms = { east: wmsOf('east'), west: wmsOf('west') };
  return {
    outputs,
    run,
    store: openStore({
      client: dynamodb,
      tableName: outputs.tableName,
      rawDays: merchant.retention.rawDays,
      now: () => instantOf(Date.now()),
    }),
    sqs,
    events,
    sender,
    secrets,
    admin,
    shop: createShopifyStore({
      webhooksUrl,
      channel: shopify.split('/')[1] ?? '',
      shop: outputs.shops[shopify]?.[0] ?? '',
      secretOf: async () => await secrets.signing(shopify),
      admin,
      run,
    }),
    wms,
    lane,
    close: async () => {
      await Promise.all([
        lane.close(),
        wms.east.stop(),
        wms.west.stop(),
        events.stop(),
        admin.close(),
        restorePolicy(),
      ]);
    },
  };
}

/** Random lower-case letters without vowels, so that no word comes out, and no digits, so that they fit into any number. */
function letters(count: number): string {
  const alphabet = 'bcdfghjkmnpqrstvwxz';
  return [...randomBytes(count)].map((byte) => alphabet[byte % alphabet.length]).join('');
}

/** Where the demo merchant's configuration says that the shop's API is. */
async function startAdmin(secrets: SenderSecrets): Promise<ShopifyAdmin> {
  const channel = merchant.channels.find((each) => `${each.source}/${each.channel}` === shopify);
  const port = Number(new URL(channel?.api?.baseUrl ?? '').port);
  return await startShopifyAdmin({ port, accessToken: await secrets.accessToken(shopify) });
}

function queueOf({ warehouseQueues }: LocalOutputs, warehouseId: string): string {
  const url = warehouseQueues[warehouseId];
  if (url === undefined) {
    throw new Error(`the deployment has no queue for warehouse ${warehouseId}`);
  }
  return url;
}
