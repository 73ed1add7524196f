import type { Channel } from '#shared/merchant/merchant.ts';
import { type Instant, instantOf } from '#shared/returns/record/instant.ts';
import { chinaClock } from '../china-time.ts';
import type { StoreCredentials } from '../store-client.ts';
import { paramJsonOf, signCall } from './sign.ts';

export interface Doudian {
  readonly fetch: typeof globalThis.fetch;
  readonly nowMs: () => number;
}

/** One call of the open API, and where it goes. */
export interface ApiCall {
  readonly channel: Channel;
  readonly shop: string;
  readonly credentials: StoreCredentials;
  /** `afterSale.Detail`; its path is `/afterSale/Detail`. */
  readonly method: string;
  readonly params: Readonly<Record<string, unknown>>;
}

const timeoutMs = 8_000;
const mostBytes = 2 * 1024 * 1024;

export interface HttpAnswer {
  readonly status: number;
  readonly retryAfter: string | null;
  /** Undefined where it is longer than any answer may be. */
  readonly text: string | undefined;
}

/**
 * Posts a signed call. Redirects are refused: only the configured address is called.
 * @throws where there is no whole answer in time.
 */
export async function postSigned({ fetch, nowMs }: Doudian, call: ApiCall): Promise<HttpAnswer> {
  const paramJson = paramJsonOf(call.params);
  const response = await fetch(urlOf(call, paramJson, instantOf(nowMs())), {
    method: 'POST',
    redirect: 'error',
    signal: AbortSignal.timeout(timeoutMs),
    headers: { 'content-type': 'application/json' },
    body: paramJson,
  });
  return { status: response.status, retryAfter: response.headers.get('retry-after'), text: await textOf(response) };
}

function urlOf({ channel, credentials, method }: ApiCall, paramJson: string, now: Instant): URL {
  const { appKey = '', api } = channel;
  const version = api?.version ?? '';
  const timestamp = chinaClock(now);
  const url = new URL(`/${method.replace('.', '/')}`, api?.baseUrl);
  url.search = new URLSearchParams({
    method,
    app_key: appKey,
    access_token: credentials.accessToken,
    timestamp,
    v: version,
    sign: signCall({ appKey, method, paramJson, timestamp, version }, credentials.appSecret ?? ''),
    sign_method: 'hmac-sha256',
  }).toString();
  return url;
}

async function textOf(response: Response): Promise<string | undefined> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes += chunk.length;
    if (bytes > mostBytes) {
      return undefined;
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString();
}
