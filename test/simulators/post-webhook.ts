export interface Answer {
  readonly status: number;
  readonly body: string;
}

/** One webhook as it leaves its sender. */
export interface Posting {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
  /** How long this sender waits for the whole answer. */
  readonly timeoutMs: number;
}

export type PostWebhook = (posting: Posting) => Promise<Answer>;

/** Posts a webhook; no answer in time, or a connection that breaks, counts as 503. */
export const postWebhook: PostWebhook = async ({ url, headers, body, timeoutMs }) => {
  const signal = AbortSignal.timeout(timeoutMs);
  try {
    const response = await fetch(url, { method: 'POST', headers, body: Buffer.from(body), redirect: 'error', signal });
    return { status: response.status, body: await response.text() };
  } catch {
    return { status: 503, body: '' };
  }
};

/** A field of a JSON answer; undefined where there is none. */
export function fieldOf(body: string, name: string): unknown {
  try {
    return JSON.parse(body)?.[name];
  } catch {
    return undefined;
  }
}
