import { createHash, createHmac } from 'node:crypto';

type Body = string | Uint8Array;

/** Headers as Doudian sets them on a push: MD5 of key, body and secret in a row (platforms-cn.md, 2b). */
export function signDoudianPush(appKey: string, secret: string, body: Body): Record<string, string> {
  const sign = createHash('md5').update(appKey).update(body).update(secret).digest('hex');
  return { 'content-type': 'application/json', 'app-id': appKey, 'event-sign': sign };
}

/** One call of Doudian's API; `timestamp` as `yyyy-MM-dd HH:mm:ss` in China, `paramJson` exactly as it is sent. */
export interface DoudianCall {
  readonly appKey: string;
  readonly method: string;
  readonly paramJson: string;
  readonly timestamp: string;
  readonly version: string;
}

/** What `sign` must be on a call of Doudian's API (platforms-cn.md, 2c). */
export function signDoudianCall(secret: string, call: DoudianCall): string {
  const { appKey, method, paramJson, timestamp, version } = call;
  const named = `app_key${appKey}method${method}param_json${paramJson}timestamp${timestamp}v${version}`;
  return createHmac('sha256', secret).update(`${secret}${named}${secret}`).digest('hex');
}

/** `sign` of a Kuaidi100 push (platforms-cn.md, 11b). */
export function signKuaidi100(param: string, salt: string): string {
  return createHash('md5').update(`${param}${salt}`).digest('hex').toUpperCase();
}

/** `sign` of a Qimen call in either direction (platforms-cn.md, 4b). @param parameters - Decoded; `sign` itself is left out. */
export function signQimen(secret: string, parameters: Readonly<Record<string, string>>, body: Body): string {
  const named = Object.keys(parameters)
    .filter((name) => name !== 'sign')
    .sort()
    .map((name) => `${name}${parameters[name]}`)
    .join('');
  return createHash('md5').update(`${secret}${named}`).update(body).update(secret).digest('hex').toUpperCase();
}
