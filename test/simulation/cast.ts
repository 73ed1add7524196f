import { randomBytes } from 'node:crypto';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SQSClient } from '@aws-sdk/client-sqs';
import type { LocalOutputs } from '../../tools/operate/outputs.ts';
import { localClient } from '../../tools/operate/read-outputs.ts';
import { createGoodsReports, createScans, type GoodsReports, type Scan } from '../simulators/goods-reports.ts';
import { createOwnStore, type OwnStore } from '../simulators/own-store.ts';
import { readSecrets, type SenderSecrets } from '../simulators/read-secrets.ts';
import type { Habits } from '../simulators/rests.ts';
import type { SimulatedRobots } from '../simulators/robots.ts';
import { type ShopifyAdmin, startShopifyAdmin } from '../simulators/shopify-admin.ts';
import { createShopifyStore, type ShopifyStore } from '../simulators/shopify-store.ts';
import { createStandardSender, type StandardSender } from '../simulators/standard-sender.ts';
import { startWms, type Wms } from '../simulators/wms.ts';
import { type Lane, openLane } from './lane.ts';
import { channelOf } from './lane-merchant.ts';
import { openRobotStubs } from './robot-stubs.ts';

/** Everyone around a deployed demo merchant. */
export interface Cast {
  /** Four letters that no other run has. */
  readonly run: string;
  readonly secrets: SenderSecrets;
  /** Own store, warehouses, carrier and help desk. */
  readonly sender: StandardSender;
  readonly ownStore: OwnStore;
  /** A carrier that tells by itself. */
  readonly scan: Scan;
  readonly shop: ShopifyStore;
  readonly admin: ShopifyAdmin;
  readonly wms: { readonly east: Wms; readonly west: Wms };
  /** The clerks of the warehouse that is called by signed posts. */
  readonly north: GoodsReports;
  /** Doudian, Kuaidi100, and the warehouses that are called. */
  readonly lane: Lane;
  /** Whom the deployment tells what to do. */
  readonly robots: SimulatedRobots;
  close(): Promise<void>;
}

const shopify = channelOf('shopify', 'acme-goods');

/** Starts the simulated senders and warehouses around a deployed demo merchant, with its secrets and at its queues. */
export async function openCast(outputs: LocalOutputs, habits: Habits = {}): Promise<Cast> {
  const { webhooksUrl } = outputs;
  const run = letters(4);
  const secrets = readSecrets(new SecretsManagerClient(localClient(outputs)), outputs);
  const secretOf = (channel: string) => secrets.signing(`standard/${channel}`);
  const sender = createStandardSender({ webhooksUrl, run, secretOf, ...habits });
  const admin = await startAdmin(secrets);
  const robots = await openRobotStubs(secrets);
  const lane = await openLane({ outputs, secrets, run, habits });
  const sqs = new SQSClient(localClient(outputs));
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
    run,
    secrets,
    sender,
    ownStore: createOwnStore(sender),
    scan: createScans(sender),
    admin,
    shop: createShopifyStore({
      webhooksUrl,
      channel: shopify.channel,
      shop: shopify.shops[0] ?? '',
      secretOf: async () => await secrets.signing(`shopify/${shopify.channel}`),
      admin,
      run,
      ...habits,
    }),
    wms,
    north: createGoodsReports({ sender, channel: 'wms-north', warehouseId: 'north' }),
    lane,
    robots,
    close: async () => {
      await Promise.all([lane.close(), wms.east.stop(), wms.west.stop(), admin.close(), robots.close()]);
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
  const port = Number(new URL(shopify.api?.baseUrl ?? '').port);
  return await startShopifyAdmin({ port, accessToken: await secrets.accessToken(`shopify/${shopify.channel}`) });
}

function queueOf({ warehouseQueues }: LocalOutputs, warehouseId: string): string {
  const url = warehouseQueues[warehouseId];
  if (url === undefined) {
    throw new Error(`the deployment has no queue for warehouse ${warehouseId}`);
  }
  return url;
}
