import type { LocalOutputs } from '../../tools/operate/outputs.ts';
import { randomFrom } from '../memory/random.ts';
import { createClock, type SimulatedClock } from '../simulators/clock.ts';
import { type DoudianShop, startDoudianShop } from '../simulators/doudian-shop.ts';
import { type HttpWms, startHttpWms } from '../simulators/http-wms.ts';
import { type Kuaidi100Feed, startKuaidi100Feed } from '../simulators/kuaidi100-feed.ts';
import { type QimenWms, startQimenWms } from '../simulators/qimen-wms.ts';
import type { SenderSecrets } from '../simulators/read-secrets.ts';
import type { Habits } from '../simulators/rests.ts';
import { channelOf, warehouseOf } from './lane-merchant.ts';

/** Everyone around a return of the Chinese lane, on one clock: two Doudian apps, a carrier feed, two warehouses that are called and one that an ERP tells. */
export interface Lane {
  readonly clock: SimulatedClock;
  readonly doudian: DoudianShop;
  /** An app of its own, whose API may be down while the other's is not; on a clock of its own, so that an hour there is none elsewhere. */
  readonly outlet: DoudianShop;
  readonly outletClock: SimulatedClock;
  readonly feed: Kuaidi100Feed;
  readonly hangzhou: QimenWms;
  readonly south: QimenWms;
  readonly north: HttpWms;
  /** Waits for what they are sending. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

export interface LaneOptions {
  readonly outputs: LocalOutputs;
  readonly secrets: SenderSecrets;
  /** Sets this run's ids apart. */
  readonly run: string;
  readonly seed?: number;
  readonly habits?: Habits;
}

export async function openLane({ outputs, secrets, run, seed = 1, habits = {} }: LaneOptions): Promise<Lane> {
  const { webhooksUrl } = outputs;
  const clock = createClock(Date.now());
  const qimenOf = async (warehouseId: string, port: number) =>
    await startQimenWms({
      clock,
      port,
      webhooksUrl,
      run,
      random: randomFrom(seed + port),
      channel: `wms-${warehouseId}`,
      secret: await secrets.signing(`qimen/wms-${warehouseId}`),
      ...agreementOf(warehouseId),
      ...habits,
    });
  const doudian = await openApp('flagship-app', { clock, webhooksUrl, secrets, seed, habits });
  const outletClock = createClock(Date.now());
  const outlet = await openApp('outlet-app', { clock: outletClock, webhooksUrl, secrets, seed: seed + 1, habits });
  const feed = await startKuaidi100Feed({
    clock,
    port: portOf(channelOf('kuaidi100', 'feed').api?.baseUrl),
    key: await secrets.accessToken('kuaidi100/feed'),
    random: randomFrom(seed + 2),
    ...habits,
    reach: (callbackUrl) => {
      const { pathname, search } = new URL(callbackUrl);
      return `${webhooksUrl}${pathname.replace(/^.*\/webhooks/, '')}${search}`;
    },
  });
  const hangzhou = await qimenOf('hangzhou', portOf(warehouseOf('hangzhou').qimen?.baseUrl));
  const south = await qimenOf('south', 0);
  const north = await startHttpWms({
    clock,
    port: portOf(warehouseOf('north').http?.url),
    secret: await secrets.warehouse('north'),
    random: randomFrom(seed + 3),
  });
  const senders = [doudian, outlet, feed, hangzhou, south, north];
  return {
    clock,
    doudian,
    outlet,
    outletClock,
    feed,
    hangzhou,
    south,
    north,
    settled: async () => {
      await Promise.all(senders.map((each) => each.settled()));
    },
    close: async () => {
      clock.stop();
      outletClock.stop();
      await Promise.all(senders.map((each) => each.close()));
    },
  };
}

/** Of one shop: some reads of a burst are refused. */
const callsPerSecond = 20;

interface AppOptions {
  readonly clock: SimulatedClock;
  readonly webhooksUrl: string;
  readonly secrets: SenderSecrets;
  readonly seed: number;
  readonly habits: Habits;
}

async function openApp(name: string, { clock, webhooksUrl, secrets, seed, habits }: AppOptions): Promise<DoudianShop> {
  const { channel, appKey = '', shops, api } = channelOf('doudian', name);
  return await startDoudianShop({
    clock,
    webhooksUrl,
    channel,
    appKey,
    appSecret: await secrets.signing(`doudian/${name}`),
    accessTokens: await secrets.shopTokens(`doudian/${name}`, shops),
    port: portOf(api?.baseUrl),
    random: randomFrom(seed),
    callsPerSecond,
    ...habits,
  });
}

function agreementOf(warehouseId: string) {
  const { qimen, ownerCode = '' } = warehouseOf(warehouseId);
  const { appKey = '', customerId = '', warehouseCode = '' } = qimen ?? {};
  return { appKey, customerId, warehouseCode, ownerCode };
}

function portOf(url = ''): number {
  return Number(new URL(url).port);
}
