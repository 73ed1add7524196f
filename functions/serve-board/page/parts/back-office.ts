export interface ShownThere {
  readonly shop: string;
  readonly caseId: string;
  readonly orderId?: string | undefined;
}

/** Whatever a store calls its cases must not choose the host: of the template only a shop may. */
const shopForm = /^[a-z0-9.-]+$/i;

/**
 * The page of a case in the store's own back office, by the merchant's template. Undefined where the case lacks what the template needs, or no https address (on a demo's own
 * machine: no http address) comes of it.
 */
export function backOfficeUrl(template: string | undefined, { shop, caseId, orderId }: ShownThere): string | undefined {
  if (template === undefined || (template.includes('{orderId}') && !orderId)) {
    return undefined;
  }
  const isShopHost = /^[^:]*:\/\/[^/?#]*\{shop\}/.test(template);
  if (isShopHost && !shopForm.test(shop)) {
    return undefined;
  }
  const values: Readonly<Record<string, string>> = { shop, caseId, orderId: orderId ?? '' };
  const address = template.replace(/\{(shop|caseId|orderId)\}/g, (_, name: string) =>
    encodeURIComponent(values[name] ?? ''),
  );
  const url = URL.parse(address);
  const isHttps = url?.protocol === 'https:' || (url?.protocol === 'http:' && url.hostname === '127.0.0.1');
  return isHttps ? url.href : undefined;
}
