import type { Channel } from '#shared/merchant/merchant.ts';
import type { StoreBusy, StoreCredentials } from '../store-client.ts';

export type Fetch = typeof globalThis.fetch;

/** One query of the Admin GraphQL API, and where to ask it. */
interface AdminQuery {
  readonly channel: Channel;
  readonly shop: string;
  readonly credentials: StoreCredentials;
  readonly query: string;
  readonly variables: Readonly<Record<string, string | null>>;
}

type AdminAnswer =
  | { readonly kind: 'data'; readonly data: Readonly<Record<string, unknown>>; readonly restMs: number }
  | StoreBusy;

const timeoutMs = 8_000;
const mostBytes = 2 * 1024 * 1024;
const restWhenBusyMs = 2_000;

/**
 * Asks a shop's Admin GraphQL API (platforms-global.md, 2.1). Redirects are refused: only the configured address is called.
 * Not tried against Shopify itself.
 * @throws where only a person can help: a refused token or query, an answer that is not JSON.
 */
export async function askAdmin(fetch: Fetch, query: AdminQuery): Promise<AdminAnswer> {
  const response = await post(fetch, query).catch(() => undefined);
  if (!response || response.status === 429 || response.status >= 500) {
    await response?.body?.cancel();
    return { kind: 'busy', restMs: retryAfterMs(response) };
  }
  if (!response.ok) {
    await response.body?.cancel();
    throw new Error(
      `shop ${query.shop} answered ${response.status}: check the access token and its scopes (read_returns, read_orders)`,
    );
  }
  return answerOf(await textOf(response), query.shop);
}

async function post(fetch: Fetch, { channel, credentials, query, variables }: AdminQuery): Promise<Response> {
  const url = new URL(`/admin/api/${channel.api?.version}/graphql.json`, channel.api?.baseUrl);
  return await fetch(url, {
    method: 'POST',
    redirect: 'error',
    signal: AbortSignal.timeout(timeoutMs),
    headers: { 'content-type': 'application/json', 'x-shopify-access-token': credentials.accessToken },
    body: JSON.stringify({ query, variables }),
  });
}

function retryAfterMs(response: Response | undefined): number {
  const seconds = Number(response?.headers.get('retry-after') ?? Number.NaN);
  return seconds > 0 ? Math.min(seconds, 900) * 1000 : restWhenBusyMs;
}

async function textOf(response: Response): Promise<string> {
  const bytes = new Uint8Array(await response.arrayBuffer());
  if (bytes.length > mostBytes) {
    throw new Error(`an answer may not take more than ${mostBytes} bytes, this takes ${bytes.length}`);
  }
  return new TextDecoder().decode(bytes);
}

interface GraphqlAnswer {
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly { readonly extensions?: { readonly code?: string } }[];
  readonly extensions?: { readonly cost?: Cost };
}

interface Cost {
  readonly requestedQueryCost: number;
  readonly throttleStatus: { readonly currentlyAvailable: number; readonly restoreRate: number };
}

/** Ids come as global ids (texts), so the plain parser loses nothing. */
function answerOf(text: string, shop: string): AdminAnswer {
  const answer = parse(text, shop);
  const restMs = restOf(answer.extensions?.cost);
  if (answer.errors?.some((error) => error.extensions?.code === 'THROTTLED')) {
    return { kind: 'busy', restMs: Math.max(restMs, restWhenBusyMs) };
  }
  if (answer.errors && answer.errors.length > 0) {
    const codes = answer.errors.map((error) => error.extensions?.code ?? 'no code').join(', ');
    throw new Error(`shop ${shop} refused the query (${codes}): check the API version and the token's scopes`);
  }
  return { kind: 'data', data: answer.data ?? {}, restMs };
}

function parse(text: string, shop: string): GraphqlAnswer {
  try {
    return Object(JSON.parse(text));
  } catch {
    throw new Error(`shop ${shop} answered something that is not JSON`);
  }
}

/** Until there is budget for another query like this one. */
function restOf(cost: Cost | undefined): number {
  if (!cost || !(cost.throttleStatus?.restoreRate > 0)) {
    return 0;
  }
  const missing = cost.requestedQueryCost - cost.throttleStatus.currentlyAvailable;
  return Math.max(0, Math.ceil((missing / cost.throttleStatus.restoreRate) * 1000));
}
