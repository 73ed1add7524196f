import { createServer } from 'node:net';
import { merchant } from '#shared/merchant/bundled.ts';

type DemoUrls = Pick<typeof merchant, 'channels' | 'warehouses' | 'notify'>;

/** Where the demo merchant's stores, feed, warehouses and robots are called: at fixed ports of this machine, since their addresses are configuration. */
export function demoPorts({ channels, warehouses, notify }: DemoUrls = merchant) {
  const urls = [
    ...channels.map(({ api }) => api?.baseUrl),
    ...warehouses.flatMap(({ qimen, http }) => [qimen?.baseUrl, http?.url]),
    ...notify.robots.map(({ url }) => url),
  ];
  const local = urls.flatMap((url) => (url === undefined ? [] : [new URL(url)])).filter(isHere);
  return [...new Set(local.map(({ port }) => Number(port)))];
}

function isHere({ hostname }: URL): boolean {
  return hostname === '127.0.0.1';
}

/** Two demos at once would hear each other's calls. @throws Error that says what to do where a port is taken. */
export async function claimDemoPorts(ports: readonly number[] = demoPorts()): Promise<void> {
  const free = await Promise.all(ports.map(isFree));
  const taken = ports.filter((_, index) => !free[index]);
  if (taken.length > 0) {
    throw new Error(
      `The simulated stores and warehouses need port ${taken.join(', ')}, which is taken: as it seems by another demo. ` +
        'End that one with Ctrl-C; or let it stand still (npm start -- --quiet), which leaves the ports to others.',
    );
  }
}

async function isFree(port: number): Promise<boolean> {
  return await new Promise((tell) => {
    const server = createServer()
      .once('error', () => tell(false))
      .listen(port, '127.0.0.1', () => server.close(() => tell(true)));
  });
}
