import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { followedChannels, readChannels } from '#shared/merchant/asked.ts';
import type { Channel } from '#shared/merchant/merchant.ts';
import { instantOf } from '#shared/returns/record/instant.ts';
import { openClients } from '#shared/sources/clients.ts';
import { openFeeds } from '#shared/sources/feeds.ts';
import type { OrderCall } from '#shared/warehouses/connector.ts';
import { openConnectors } from '#shared/warehouses/connectors.ts';
import { merchant } from '../../contract/source-vectors.ts';

const secret = Buffer.alloc(32, 7).toString('base64');
const window = { from: instantOf(0), to: instantOf(60_000) };

interface Caller {
  readonly name: string;
  /** Calls whatever is at this address. */
  readonly call: (baseUrl: string, allowLoopback: boolean) => Promise<unknown>;
}

const at = (channel: Channel, baseUrl: string) => ({ ...channel, api: { baseUrl, version: '1' } });
const credentials = { accessToken: 'token', appSecret: 'secret' };

const stores = readChannels(merchant).flatMap(({ channel }): Caller[] => {
  const [shop = ''] = channel.shops;
  const asking = (baseUrl: string) => ({ channel: at(channel, baseUrl), shop, credentials });
  const clientOf = (allowLoopback: boolean) => openClients({ allowLoopback })(channel.source);
  return [
    {
      name: `a case at ${channel.source}/${channel.channel}`,
      call: async (url, allow) => await clientOf(allow)?.readCase({ ...asking(url), caseId: '1' }),
    },
    {
      name: `the list of ${channel.source}/${channel.channel}`,
      call: async (url, allow) => await clientOf(allow)?.listChanges({ ...asking(url), ...window }),
    },
  ];
});

const feeds = followedChannels(merchant).map(
  ({ channel }): Caller => ({
    name: `the feed ${channel.source}/${channel.channel}`,
    call: async (url, allowLoopback) =>
      await openFeeds({ allowLoopback })(channel.source)?.follow({
        channel: at(channel, url),
        trackingNumber: 'YT1000',
        carrier: 'yto',
        carriers: merchant.carriers,
        callbackUrl: 'https://hooks.example.com/webhooks/feed',
        accessToken: 'key',
        signingSecret: 'salt',
      }),
  }),
);

const warehouses = merchant.warehouses.flatMap((warehouse): Caller[] => {
  const { connector, qimen, http } = warehouse;
  const callAt = (url: string) => {
    const place = { ...warehouse, ...(qimen && { qimen: { ...qimen, baseUrl: url } }), ...(http && { http: { url } }) };
    return { warehouse: place, secret, orderCode: 'BH1', advice, now: new Date(0) } as unknown as OrderCall;
  };
  return openConnectors({ allowLoopback: false })(connector)
    ? [
        {
          name: `the warehouse ${warehouse.id} (${connector})`,
          call: async (url, allowLoopback) => await openConnectors({ allowLoopback })(connector)?.cancel(callAt(url)),
        },
      ]
    : [];
});
const advice = { trackingNumber: 'YT1000', announcementId: 'a', lines: [] };

const callers = [...stores, ...feeds, ...warehouses];
/** What came of a call, as text: some throw, and those that tell warehouses answer. */
const outcomeOf = async (calling: Promise<unknown>) => JSON.stringify(await calling.catch(String));

const servers: Server[] = [];

afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});

async function serve(
  listener: RequestListener,
): Promise<{ readonly url: string; readonly heard: (string | undefined)[] }> {
  const heard: (string | undefined)[] = [];
  const server = createServer((request, response) => {
    heard.push(request.url);
    listener(request, response);
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, heard };
}

describe('everyone who calls out', () => {
  it('is a store, a feed or a warehouse', () => {
    expect([stores, feeds, warehouses].map((each) => each.length > 0)).toEqual([true, true, true]);
  });

  it.each(callers)('reaches no inner address: $name', async ({ call }) => {
    const { url, heard } = await serve((_request, response) => response.end('{}'));

    expect(await outcomeOf(call(url, false))).toContain('refused-address');
    expect(await outcomeOf(call('https://169.254.169.254', true))).toContain('refused-address');
    expect(await outcomeOf(call('http://203.0.114.1', true))).toContain('refused-address');
    expect(heard).toEqual([]);
  });

  it.each(callers)('follows no redirect: $name', async ({ call }) => {
    const { url, heard } = await serve((_request, response) => response.writeHead(307, { location: '/away' }).end());

    await outcomeOf(call(url, true));

    expect(heard).toHaveLength(1);
  });

  it.each(callers)('hangs up on an answer without end: $name', async ({ call }) => {
    const { url } = await serve((_request, response) => {
      const pour = () => {
        while (response.write('x'.repeat(100_000))) {}
        response.once('drain', pour);
      };
      pour();
    });

    expect(await outcomeOf(call(url, true))).toContain('too-large');
  });

  it.each(stores)('is told that a store is busy which breaks off in the middle: $name', async ({ call }) => {
    const { url } = await serve((_request, response) => {
      response.writeHead(200, { 'content-length': '100' }).write('half');
      response.destroy();
    });

    expect(await call(url, true)).toMatchObject({ kind: 'busy' });
  });
});
