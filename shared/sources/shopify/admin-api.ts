import { Fault } from '#shared/fault/fault.ts';
import type { CallOptions } from '#shared/http/guarded-post.ts';
import type { Channel } from '#shared/merchant/merchant.ts';
import { type ApiRequest, callApi, faultOfStatus } from '../call-api.ts';
import type { StoreBusy, StoreCredentials } from '../store-client.ts';

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

const mostBytes = 2 * 1024 * 1024;
const checkToken = 'check the access token and its scopes (read_returns, read_orders)';
const restWhenBusyMs = 2_000;

/**
 * Asks a shop's Admin GraphQL API (platforms-global.md, 2.1). Not tried against Shopify itself.
 * @throws where only a person can help: a refused token or query, an answer that is not JSON; and as {@link callApi}.
 */
export async function askAdmin(options: CallOptions, query: AdminQuery): Promise<AdminAnswer> {
  const called = await callApi(options, requestOf(query));
  if (called.kind === 'busy') {
    return { kind: 'busy', restMs: called.restMs ?? restWhenBusyMs };
  }
  const { status, body } = called.answer;
  if (status < 200 || status > 299) {
    const advice = { known: checkToken, else: 'check api.baseUrl and api.version of its channel' };
    throw faultOfStatus(`shop ${query.shop}`, status, advice);
  }
  return answerOf(body.toString(), query.shop);
}

function requestOf({ channel, credentials, query, variables }: AdminQuery): ApiRequest {
  return {
    url: String(new URL(`/admin/api/${channel.api?.version}/graphql.json`, channel.api?.baseUrl)),
    headers: { 'content-type': 'application/json', 'x-shopify-access-token': credentials.accessToken },
    body: JSON.stringify({ query, variables }),
    mostBytes,
  };
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
    const advice = "check the API version and the token's scopes";
    throw new Fault('call-refused', `shop ${shop} refused the query (${codes})`, { advice });
  }
  return { kind: 'data', data: answer.data ?? {}, restMs };
}

function parse(text: string, shop: string): GraphqlAnswer {
  try {
    return Object(JSON.parse(text));
  } catch {
    const advice = 'check api.baseUrl of its channel';
    throw new Fault('answer-not-understood', `shop ${shop} answered something that is not JSON`, { advice });
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
