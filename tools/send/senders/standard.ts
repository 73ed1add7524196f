import { rows } from '#shared/sources/standard/rows.ts';
import { signStandard } from '../../../test/simulators/sign.ts';
import { fixtureText } from '../fixture.ts';
import type { Occasion, SampleSender } from '../sample-sender.ts';

/** Standard Webhooks: the samples of docs/standard-webhooks.md, of the case RMA-1 and the parcel SF14000000012, as if they were of today. */
export const standardSender: SampleSender = {
  source: 'standard',
  content: 'data of the message',
  types: Object.fromEntries([...rows].map(([type, { roles }]) => [type, roles])),
  sampleOf: (type, occasion) => {
    const { timestamp, data } = JSON.parse(fixtureText(`standard/${type.replaceAll('.', '-')}`));
    const [shop, ...others] = occasion.channel.shops;
    const named = others.length > 0 ? { ...data, shop } : data;
    return asOfToday(named, occasion.now.getTime() - Date.parse(timestamp), occasion);
  },
  post: (type, data, { secret, now, run }) => {
    const body = Buffer.from(JSON.stringify({ type, timestamp: now.toISOString(), data }));
    const timestamp = Math.floor(now.getTime() / 1000);
    return { headers: signStandard(secret, { id: `msg_sample_${run}`, timestamp, body }), body };
  },
};

const time = /^\d{4}-\d{2}-\d{2}T[\d:.]+(?:Z|[+-]\d{2}:\d{2})$/;
/** The demo's eastern warehouse calls it by a code of its own. */
const theirSku = 'E-100041';
const ourSku = 'SHOE-RED-41';
/** As a buyer typed it. */
const typedNumber = 'sf 1400 0000 0012';
const parcelNumber = 'SF14000000012';

/** A deadline may lie ahead. */
const never = new Date(8.64e15);

/** The sample with the names of this merchant; what was said to happen later than it was said, happens now, but for deadlines. */
function asOfToday(value: unknown, laterMs: number, occasion: Occasion, name = ''): unknown {
  if (Array.isArray(value)) {
    return value.map((each) => asOfToday(each, laterMs, occasion));
  }
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(
      Object.entries(value).map(([key, each]) => {
        const own = key === 'deadline' ? { ...occasion, now: never } : occasion;
        return [key, asOfToday(each, laterMs, own, key)];
      }),
    );
  }
  return typeof value === 'string' ? textOf(name, value, laterMs, occasion) : value;
}

function textOf(name: string, text: string, laterMs: number, { channel, merchant, now }: Occasion): string {
  if (time.test(text)) {
    return new Date(Math.min(Date.parse(text) + laterMs, now.getTime())).toISOString();
  }
  if (name === 'warehouseId') {
    return channel.warehouse ?? merchant.warehouses[0]?.id ?? text;
  }
  if (name === 'currency') {
    return merchant.currency;
  }
  if (text === typedNumber) {
    return parcelNumber;
  }
  const own = merchant.warehouses.find(({ id }) => id === channel.warehouse);
  return text === theirSku ? (own?.skuMap[ourSku] ?? ourSku) : text.replace(/^standard:main:/, keyPrefixOf(merchant));
}

function keyPrefixOf({ channels }: Occasion['merchant']): string {
  const store = channels.find(({ source, role }) => source === 'standard' && role === 'store');
  return `standard:${store?.shops[0] ?? 'main'}:`;
}
