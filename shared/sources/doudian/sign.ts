import { createHmac } from 'node:crypto';

/** What is signed of a call; `paramJson` is the very body. */
export interface SignedCall {
  readonly appKey: string;
  readonly method: string;
  readonly paramJson: string;
  readonly timestamp: string;
  readonly version: string;
}

/** `sign` of a call: hex of HMAC-SHA256 with the app secret, over names and values between two secrets (platforms-cn.md, 2). */
export function signCall({ appKey, method, paramJson, timestamp, version }: SignedCall, secret: string): string {
  const pairs = `app_key${appKey}method${method}param_json${paramJson}timestamp${timestamp}v${version}`;
  return createHmac('sha256', secret).update(`${secret}${pairs}${secret}`).digest('hex');
}

/** Business parameters as Doudian has them: names in order, no blanks. */
export function paramJsonOf(params: Readonly<Record<string, unknown>>): string {
  return JSON.stringify(Object.fromEntries(Object.entries(params).sort(([a], [b]) => (a < b ? -1 : 1))));
}
