import { describe, expect, it } from 'vitest';
import type { Channel, Merchant } from '#shared/merchant/merchant.ts';
import { toInstant } from '#shared/returns/record/instant.ts';
import { allReceivers } from '#shared/sources/all-receivers.ts';
import { observerOf } from '#shared/sources/observers.ts';
import { receiverOf } from '#shared/sources/receivers.ts';
import { readMerchant } from '../../../infra/merchant.ts';
import { channelFor, compose } from '../../../tools/send/compose.ts';
import type { Occasion, SampleSender } from '../../../tools/send/sample-sender.ts';
import { sampleSenderOf, sampleSources } from '../../../tools/send/senders.ts';
import { setField } from '../../../tools/send/set-field.ts';

const now = new Date('2026-03-01T08:00:00.000Z');
const secret = 'AbCdEfGhIjKlMnOpQrStUvWxYz0123456789AbCdEfGh';
const sources = Object.values(allReceivers).map(({ source }) => source);
const senders: SampleSender[] = await Promise.all(sampleSources.map(sampleSenderOf));
const samples = ['demo', 'lanyu'].flatMap((name) =>
  senders.flatMap((sender) => Object.keys(sender.types).map((type) => [name, sender.source, type, sender] as const)),
);

function occasionOf(merchant: Merchant, sender: SampleSender, type: string): Occasion {
  const channel = channelFor(sender, { type, fields: [] }, merchant);
  return { channel, merchant, secret, now, run: 'r1' };
}

/** What becomes of a sample: whether it is genuine, and what it says. */
function sent(sender: SampleSender, type: string, occasion: Occasion) {
  const { headers, rawQuery = '', body } = compose(sender, { type, fields: [] }, occasion);
  const query = Object.fromEntries(
    [...new URLSearchParams(rawQuery)].map(([key, value]) => [key.toLowerCase(), value]),
  );
  const request = { method: 'POST', headers, query, rawQuery, rawBody: body };
  const receiver = receiverOf(sender.source);
  const observed = observerOf(sender.source)?.observe(
    {
      source: sender.source,
      channel: occasion.channel.channel,
      id: receiver?.identify(request).deliveryId ?? '',
      via: 'webhook',
      receivedAt: toInstant(now.toISOString()) ?? ('' as never),
      headers: { ...headers, ...prefixed(query) },
      body,
    },
    occasion.channel,
    occasion.merchant,
  );
  return { verified: receiver?.verify(request, { current: secret }, occasion.channel, now), observed };
}

describe('samples', () => {
  it('are there of every source: a file of tools/send/senders', () => {
    expect(sampleSources).toEqual(expect.arrayContaining(sources));
  });

  it.each(samples.filter(([name, source, type]) => canSend(name, source, type)))(
    'of %s: %s %s is genuine and understood',
    (name, _source, type, sender) => {
      const { verified, observed } = sent(sender, type, occasionOf(readMerchant(name), sender, type));

      expect(verified).toEqual({ ok: true });
      expect(observed).not.toMatchObject({ kind: 'not-understood' });
    },
  );

  it('D10: of a Qimen channel that speaks for several warehouses are of the first', async () => {
    const qimen = await sampleSenderOf('qimen');
    const { channels, ...demo } = readMerchant('demo');
    const app: Channel = {
      source: 'qimen',
      channel: 'wms',
      role: 'warehouse',
      shops: [],
      warehouses: ['south', 'hangzhou'],
    };
    const merchant = { ...demo, channels: [app, ...channels.filter(({ source }) => source !== 'qimen')] };
    const { observed } = sent(qimen, 'returnorder.confirm', occasionOf(merchant, qimen, 'returnorder.confirm'));

    expect(observed).toMatchObject({ sayings: [{ facts: [{ warehouseId: 'south' }, {}, {}] }] });
  });

  it('say which channel could send them where there is none', async () => {
    const standard = await sampleSenderOf('standard');
    const { channels, ...lanyu } = readMerchant('lanyu');
    const stores = channels.filter(({ role }) => role === 'store');

    expect(() => channelFor(standard, { type: 'parcel.moved', fields: [] }, { ...lanyu, channels: stores })).toThrow(
      'no standard channel of the role carrier, which parcel.moved needs; it has: mini-program (store)',
    );
    expect(() => channelFor(standard, { type: 'parcel.move', fields: [] }, { ...lanyu, channels })).toThrow(
      'it has: return.requested',
    );
    await expect(sampleSenderOf('etsy')).rejects.toThrow('no samples of "etsy"; there are of: doudian');
  });
});

function canSend(name: string, source: string, type: string): boolean {
  const roles = senders.find((each) => each.source === source)?.types[type];
  return readMerchant(name).channels.some((each) => each.source === source && (roles?.includes(each.role) ?? true));
}

function prefixed(query: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(query).map(([name, value]) => [`?${name}`, value]));
}

describe('setField', () => {
  it('puts JSON, or else a text, at the end of the path', () => {
    const content = { caseId: 'RMA-1', lines: [{ quantity: 1 }] };
    setField(content, 'lines.0.quantity=2');
    setField(content, 'caseId=RMA-7=b');

    expect(content).toEqual({ caseId: 'RMA-7=b', lines: [{ quantity: 2 }] });
  });

  it.each([
    ['caseId', 'say <path>=<value>'],
    ['shp=south', 'there is no field shp; there are: caseId, shop, lines; did you mean "shop"?'],
    ['lines.4.sku=x', 'there is no lines.4 in this sample; it has: caseId'],
  ])('says what is wrong with %s', (assignment, sentence) => {
    expect(() => setField({ caseId: 'RMA-1' }, assignment, ['caseId', 'shop', 'lines'])).toThrow(sentence);
  });
});
