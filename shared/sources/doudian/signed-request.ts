import type { CallOptions } from '#shared/http/guarded-post.ts';
import type { Channel } from '#shared/merchant/merchant.ts';
import { type Instant, instantOf } from '#shared/returns/record/instant.ts';
import type { ApiRequest } from '../call-api.ts';
import { chinaClock } from '../china-time.ts';
import type { StoreCredentials } from '../store-client.ts';
import { paramJsonOf, signCall } from './sign.ts';

export interface Doudian extends CallOptions {
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

const mostBytes = 2 * 1024 * 1024;

/** One call, signed, and ready to be posted. */
export function signedRequest({ nowMs }: Doudian, call: ApiCall): ApiRequest {
  const paramJson = paramJsonOf(call.params);
  return {
    url: String(urlOf(call, paramJson, instantOf(nowMs()))),
    headers: { 'content-type': 'application/json' },
    body: paramJson,
    mostBytes,
  };
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
