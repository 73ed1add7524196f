/** What a Standard Webhooks sender signs besides the body, and the signatures. */
export interface SignedHeaders {
  readonly id: string;
  /** Unix seconds, as sent. */
  readonly timestamp: string;
  readonly signature: string;
}

const parts = ['id', 'timestamp', 'signature'];

/** Reads `webhook-*`, or the older `svix-*` where no `webhook-*` is there; never a mixture. */
export function signedHeadersOf(headers: Readonly<Record<string, string>>): Partial<SignedHeaders> {
  const family = parts.some((part) => headers[`webhook-${part}`] !== undefined) ? 'webhook' : 'svix';
  return Object.fromEntries(parts.flatMap((part) => entryOf(part, headers[`${family}-${part}`])));
}

function entryOf(part: string, value: string | undefined): [string, string][] {
  return value === undefined ? [] : [[part, value]];
}
