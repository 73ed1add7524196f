import type { Answer } from './standard-sender.ts';

/** Posts a push and waits for the whole answer so long; no answer counts as 503. */
export async function postPush(
  url: string,
  headers: Readonly<Record<string, string>>,
  body: string | Uint8Array,
  timeoutMs: number,
): Promise<Answer> {
  const signal = AbortSignal.timeout(timeoutMs);
  try {
    const response = await fetch(url, { method: 'POST', headers, body: Buffer.from(body), redirect: 'error', signal });
    return { status: response.status, body: await response.text() };
  } catch {
    return { status: 503, body: '' };
  }
}

/** A field of a JSON answer; undefined where there is none. */
export function fieldOf(body: string, name: string): unknown {
  try {
    return JSON.parse(body)?.[name];
  } catch {
    return undefined;
  }
}
