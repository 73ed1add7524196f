import type { Merchant } from '#shared/merchant/merchant.ts';
import type { Occasion } from './sample-sender.ts';

/** What of a sample is another at each merchant, by the name of its field. */
const byName: Readonly<Record<string, (occasion: Occasion) => string | undefined>> = {
  warehouseId: ({ channel, merchant }) => channel.warehouse ?? merchant.warehouses[0]?.id,
  currency: ({ merchant }) => merchant.currency,
  language: ({ merchant }) => merchant.locale,
  carrier: ({ merchant: { carriers } }) => carriers[0]?.names[0] ?? carriers[0]?.code,
};

/** The same by what stands there. */
const byText: Readonly<Record<string, (occasion: Occasion) => string | undefined>> = {
  // As a buyer typed it: every sample is of one parcel.
  'sf 1400 0000 0012': () => 'SF14000000012',
  // The code of the demo's eastern warehouse for it.
  'E-100041': ({ channel, merchant }) =>
    merchant.warehouses.find(({ id }) => id === channel.warehouse)?.skuMap['SHOE-RED-41'] ?? 'SHOE-RED-41',
};

/** What people wrote in Chinese, for whoever does not read it. */
const inEnglish: Readonly<Record<string, string>> = {
  '脚背太紧，穿不进去': 'Too tight across the instep',
  请尽快处理: 'As soon as you can, please',
  上海: 'at the depot',
};

const time = /^\d{4}-\d{2}-\d{2}T[\d:.]+(?:Z|[+-]\d{2}:\d{2})$/;
/** A deadline may lie ahead. */
const never = new Date(8.64e15);

/**
 * A sample of Standard Webhooks as this merchant's sender would say it now: with its names, its parcel always the same, and what was said to happen
 * later than it was said happening now, but for deadlines.
 * @param laterMs - How long ago the sample was said.
 */
export function adaptSample(value: unknown, laterMs: number, occasion: Occasion, name = ''): unknown {
  if (Array.isArray(value)) {
    return value.map((each) => adaptSample(each, laterMs, occasion));
  }
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).filter(([key]) => !isOfOthers(name, key));
    return Object.fromEntries(
      entries.map(([key, each]) => {
        const own = key === 'deadline' ? { ...occasion, now: never } : occasion;
        return [key, adaptSample(each, laterMs, own, key)];
      }),
    );
  }
  return typeof value === 'string' ? adaptText(value, laterMs, occasion, name) : value;
}

/** What would refer to something that no sample told of, or go before what somebody chose. */
function isOfOthers(holder: string, key: string): boolean {
  return key === 'replaces' || (holder === 'fulfilment' && key === 'warehouseId');
}

function adaptText(text: string, laterMs: number, occasion: Occasion, name: string): string {
  if (time.test(text)) {
    return new Date(Math.min(Date.parse(text) + laterMs, occasion.now.getTime())).toISOString();
  }
  const english = occasion.merchant.locale === 'en' ? inEnglish[text] : undefined;
  const own = byName[name]?.(occasion) ?? byText[text]?.(occasion) ?? english;
  return own ?? text.replace(/^standard:main:/, keyPrefixOf(occasion.merchant));
}

function keyPrefixOf({ channels }: Pick<Merchant, 'channels'>): string {
  const store = channels.find(({ source, role }) => source === 'standard' && role === 'store');
  return `standard:${store?.shops[0] ?? 'main'}:`;
}
