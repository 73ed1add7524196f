/** What Shopify says in headers. None of it is signed. */
export interface ShopifyHeaders {
  readonly signature?: string;
  readonly topic?: string;
  readonly shop?: string;
  readonly webhookId?: string;
  readonly triggeredAt?: string;
}

const names = {
  signature: 'hmac-sha256',
  topic: 'topic',
  shop: 'shop-domain',
  webhookId: 'webhook-id',
  triggeredAt: 'triggered-at',
} as const;

const families = ['x-shopify-', 'shopify-'] as const;

/** Headers that the observer needs. */
export const keptHeaders = families.flatMap((family) => [family + names.topic, family + names.triggeredAt]);

/** Reads one of Shopify's two families of header names; undefined when headers of both are there that we read, which no sender does. Others do not matter. */
export function shopifyHeadersOf(headers: Readonly<Record<string, string>>): ShopifyHeaders | undefined {
  const [family, ...more] = families.filter((family) =>
    Object.values(names).some((name) => headers[family + name] !== undefined),
  );
  if (more.length > 0) {
    return undefined;
  }
  const entries = Object.entries(names).map(([key, name]) => [key, headers[`${family}${name}`]] as const);
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}
