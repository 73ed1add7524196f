import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Locale } from '#shared/words/locale.ts';
import { letIn, pathOf } from './let-in.ts';

export interface FrontDeskOptions {
  readonly boardUrl: string;
  readonly groups: readonly string[];
  /** Of the pages that it leads to. */
  readonly locale: Locale;
  /** An id token that is still good for a while. */
  readonly tokenOf: (group: string) => Promise<string>;
  /** Where that port is taken, any that is free is. */
  readonly port?: number;
}

/** Shows people in at the board: a token lasts an hour, and the links that are printed as long as the demo. */
export interface FrontDesk {
  linkOf(group: string): string;
  close(): void;
}

/** Beside the ports of the simulated stores, so that the links are the same at each start. */
export const frontDeskPort = 4592;
const here = '127.0.0.1';

export async function openFrontDesk(options: FrontDeskOptions): Promise<FrontDesk> {
  const server = createServer((request, response) => void answer(options, server, request, response));
  await listen(server, options.port ?? frontDeskPort).catch(async () => await listen(server, 0));
  return {
    linkOf: (group) => `http://${here}:${portOf(server)}${pathOf(group)}`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

async function answer(
  { boardUrl, groups, locale, tokenOf }: FrontDeskOptions,
  server: Server,
  { method = '', url = '', headers: { host } }: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const answered = letIn({ method, host, url }, { port: portOf(server), groups });
  if (answered.kind === 'refused') {
    say(response, answered.status, answered.why);
    return;
  }
  try {
    const token = await tokenOf(answered.group);
    response
      .writeHead(302, { ...uncached, location: `${boardUrl}?lang=${answered.locale ?? locale}#token=${token}` })
      .end();
  } catch (error) {
    say(response, 503, `The demo gives no token just now: ${Object(error).message}`);
  }
}

/** What is behind a link is another token each time. */
const uncached = { 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' } as const;

function say(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { ...uncached, 'content-type': 'text/plain; charset=utf-8' }).end(`${text}\n`);
}

async function listen(server: Server, port: number): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  server.once('error', reject);
  server.listen(port, here, () => {
    server.off('error', reject);
    resolve();
  });
  await promise;
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}
