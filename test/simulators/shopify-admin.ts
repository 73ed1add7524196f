import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type AdminReturn, shapeOf } from './admin-return.ts';

export interface ShopifyAdmin {
  readonly port: number;
  readonly returns: Map<string, AdminReturn>;
  readonly counts: { asked: number; refused: number };
  /** How often that return was read here. */
  readsOf(number: string): number;
  /** The next query is refused: as one too many, or because the API is down. May be said several times. */
  refuseNext(why: 'throttled' | 'down'): void;
  close(): Promise<void>;
}

export interface AdminOptions {
  /** 0: any that is free. */
  readonly port: number;
  readonly accessToken: string;
}

const cost = {
  requestedQueryCost: 60,
  actualQueryCost: 40,
  throttleStatus: { maximumAvailable: 2000, currentlyAvailable: 1900, restoreRate: 100 },
};

/** A shop's Admin GraphQL API that answers the two queries that Backhaul asks, with the shapes of platforms-global.md 2.1. */
export async function startShopifyAdmin({ port, accessToken }: AdminOptions): Promise<ShopifyAdmin> {
  const returns = new Map<string, AdminReturn>();
  const counts = { asked: 0, refused: 0 };
  const refusals: ('throttled' | 'down')[] = [];
  const reads = new Map<string, number>();

  async function answer(request: IncomingMessage): Promise<{ status: number; body: unknown }> {
    if (request.headers['x-shopify-access-token'] !== accessToken) {
      return { status: 401, body: { errors: '[API] Invalid API key or access token' } };
    }
    const { query, variables } = JSON.parse(await textOf(request));
    counts.asked += 1;
    const refusal = refusals.shift();
    if (refusal) {
      counts.refused += 1;
      const errors = [{ message: 'Throttled', extensions: { code: 'THROTTLED' } }];
      return refusal === 'down' ? { status: 503, body: {} } : { status: 200, body: { errors, extensions: { cost } } };
    }
    const data = dataOf(query, variables, returns);
    reads.set(variables.id, (reads.get(variables.id) ?? 0) + 1);
    const errors = [{ message: 'unknown query', extensions: { code: 'undefinedField' } }];
    return { status: 200, body: data ? { data, extensions: { cost } } : { errors } };
  }

  const server = createServer((request, response) => {
    answer(request).then(
      ({ status, body }) => reply(response, status, body),
      () => reply(response, 400, { errors: 'bad request' }),
    );
  });
  await new Promise<void>((done, fail) => {
    server.once('error', (cause) =>
      fail(
        new Error(`The simulated Shopify Admin API cannot listen on port ${port}: is another demo running?`, { cause }),
      ),
    );
    server.listen(port, '127.0.0.1', done);
  });
  return {
    port: (server.address() as AddressInfo).port,
    returns,
    counts,
    readsOf: (number) => reads.get(`gid://shopify/Return/${number}`) ?? 0,
    refuseNext: (why) => {
      refusals.push(why);
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

function reply(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(body));
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) {
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks).toString();
}

type Variables = Readonly<Record<string, string | null>>;

function dataOf(query: string, { id, filter, after }: Variables, returns: ShopifyAdmin['returns']): unknown {
  if (/return\(id: \$id\)/.test(query)) {
    const found = returns.get(id ?? '');
    return { return: found ? shapeOf(found) : null };
  }
  const [, from, to] = /^updated_at:>='([^']+)' AND updated_at:<'([^']+)'$/.exec(filter ?? '') ?? [];
  return /orders\(.*sortKey: UPDATED_AT/.test(query) && from && to
    ? { orders: pageOf(returns, from, to, after) }
    : undefined;
}

const ordersPerPage = 25;

function pageOf(returns: ShopifyAdmin['returns'], from: string, to: string, after: string | null | undefined): unknown {
  const time = (text: string) => Date.parse(text);
  const changed = [...returns.values()]
    .filter(({ updatedAt }) => time(updatedAt) >= time(from) && time(updatedAt) < time(to))
    .sort((a, b) => time(a.updatedAt) - time(b.updatedAt));
  const start = Number(after ?? 0);
  const end = start + ordersPerPage;
  const nodes = changed.slice(start, end).map(({ id, createdAt, closedAt, updatedAt }) => ({
    updatedAt,
    returns: { nodes: [{ id, createdAt, closedAt }] },
  }));
  return { pageInfo: { hasNextPage: end < changed.length, endCursor: String(end) }, nodes };
}
