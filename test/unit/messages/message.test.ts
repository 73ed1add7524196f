import { gzipSync, zstdCompressSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeMessage } from '#shared/messages/decode-message.ts';
import { encodeMessage, inlineLimitBytes } from '#shared/messages/encode-message.ts';
import type { Delivery } from '#shared/sources/source.ts';
import { at, delivery, noise, samples } from './message-samples.ts';

const noBody = () => Promise.reject(new Error('no body should be loaded'));
const encodeDelivery = (changes: Partial<Delivery>) => encodeMessage({ kind: 'delivery', delivery: delivery(changes) });

/** A delivery whose text would have exactly this many bytes, with the body in it. */
function encodedTo(bytes: number) {
  const body = noise(175_000);
  const bare = Buffer.byteLength(encodeDelivery({ body, headers: { pad: '' } }).text);
  return encodeDelivery({ body, headers: { pad: 'x'.repeat(bytes - bare) } });
}

function queued(changes: object): string {
  const { body: _, ...rest } = delivery();
  return JSON.stringify({
    kind: 'delivery',
    delivery: { ...rest, encoding: 'zstd', body: zstdCompressSync('ok').toString('base64'), ...changes },
  });
}

describe('encodeMessage and decodeMessage', () => {
  it.each(samples.map((message) => [message.kind, message] as const))(
    'carry %s through the queue unchanged',
    async (_, message) => {
      const { text, stored } = encodeMessage(message);
      const decoded = await decodeMessage(text, noBody);
      expect(stored).toBeUndefined();
      expect(normal(decoded)).toEqual(normal(message));
    },
  );

  it('carry any body and header text through the queue unchanged', async () => {
    const header = fc.string({ unit: 'binary' }).filter((text) => text.isWellFormed());
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 500 }), header, async (body, value) => {
        const { text } = encodeDelivery({ body, headers: { value } });
        expect([...text].filter((each) => each < ' ' || each === '\uFFFE' || each === '\uFFFF')).toEqual([]);
        const decoded = await decodeMessage(text, noBody);
        expect(decoded).toMatchObject({ delivery: { headers: { value } } });
        expect(normal(decoded)).toEqual(normal({ delivery: delivery({ body, headers: { value } }), kind: 'delivery' }));
      }),
    );
  });

  it('carry the two characters that SQS refuses', async () => {
    const { text } = encodeDelivery({ headers: { value: 'a\uFFFEb\uFFFFc' } });
    expect(text).not.toMatch(/[\uFFFE\uFFFF]/);
    expect(await decodeMessage(text, noBody)).toMatchObject({ delivery: { headers: { value: 'a\uFFFEb\uFFFFc' } } });
  });

  it.each([
    ['identity', 32 * 1024],
    ['zstd', 32 * 1024 + 1],
  ])('carry a body as %s at %i bytes', async (encoding, bytes) => {
    const body = Buffer.alloc(bytes, 'a');
    const { text } = encodeDelivery({ body });
    expect(JSON.parse(text).delivery.encoding).toBe(encoding);
    const decoded = await decodeMessage(text, noBody);
    expect(decoded.kind === 'delivery' && Buffer.compare(decoded.delivery.body, body)).toBe(0);
  });

  it('fit a body that is not compressed into one billed request, and compress a longer one', () => {
    expect(encodeDelivery({ body: noise(32 * 1024) }).text.length).toBeLessThan(60 * 1024);
    expect(encodeDelivery({ body: Buffer.alloc(100_000, 'a') }).text.length).toBeLessThan(500);
  });
});

/** With the body as plain bytes, whatever class held it. */
function normal(message: object): object {
  const { delivery: inner } = message as { delivery?: Delivery };
  return inner ? { ...message, delivery: { ...inner, body: [...inner.body] } } : message;
}

describe('encodeMessage', () => {
  it.each([inlineLimitBytes - 1, inlineLimitBytes])(
    'keeps the body of a message of %i bytes in the message',
    (bytes) => {
      const { text, stored } = encodedTo(bytes);
      expect(Buffer.byteLength(text)).toBe(bytes);
      expect(stored).toBeUndefined();
    },
  );

  it('puts the body of a message one byte longer than the limit by reference', async () => {
    const { text, stored } = encodedTo(inlineLimitBytes + 1);
    expect(stored?.key).toMatch(/^bodies\/fake\/one\/[0-9a-f]{64}$/);
    expect(text).toContain(stored?.key);
    expect(Buffer.byteLength(text)).toBeLessThan(inlineLimitBytes - 175_000);
    const decoded = await decodeMessage(text, async (key) => (key === stored?.key ? stored.bytes : noise(1)));
    expect(decoded.kind === 'delivery' && Buffer.compare(decoded.delivery.body, noise(175_000))).toBe(0);
  });

  it('counts bytes, not characters', () => {
    const bare = Buffer.byteLength(encodeDelivery({ headers: { pad: '' } }).text);
    const pad = '货'.repeat(Math.ceil((inlineLimitBytes - bare) / 3) + 1);
    expect(encodeDelivery({ headers: { pad } }).stored).toBeDefined();
  });

  it('refers to the same object for a repeated delivery and to another for another body under the same id', () => {
    const keyOf = (body: Uint8Array) => encodeDelivery({ body }).stored?.key;
    expect(keyOf(noise(300_000))).toBe(keyOf(noise(300_000)));
    expect(keyOf(noise(300_000))).not.toBe(keyOf(noise(300_001)));
  });

  it('writes a strike as the timers write it', () => {
    const text = `{"kind":"strike","caseKey":"a","at":"${at}"}`;
    expect(encodeMessage({ kind: 'strike', caseKey: 'a', at }).text).toBe(text);
  });
});

describe('decodeMessage', () => {
  it.each([
    ['no JSON', 'name=王小明'],
    ['null', 'null'],
    ['a kind of nobody', '{"kind":"other"}'],
    ['a strike without a time', '{"kind":"strike","caseKey":"a"}'],
    ['a time without a zone', queued({ receivedAt: '2026-03-01 10:00:00' })],
    ['a body that is not base64', queued({ body: '%%%' })],
    ['a body that is not zstd', queued({ body: gzipSync('x').toString('base64') })],
    ['an encoding of nobody', queued({ encoding: 'gzip' })],
    ['neither body nor reference', queued({ body: undefined })],
    ['a record that is both', JSON.stringify({ kind: 'rebuild', emit: true, record: { caseKey: 'a', parcel: 'b' } })],
    ['a class of nobody', JSON.stringify({ kind: 'rebuild', emit: ['money'], record: { caseKey: 'a' } })],
    ['no class', JSON.stringify({ kind: 'rebuild', emit: [], record: { caseKey: 'a' } })],
    ['a reference out of its folder', queued({ body: undefined, bodyRef: { key: 'bodies/../other' } })],
  ])('throws for %s', async (_, text) => {
    await expect(decodeMessage(text, noBody)).rejects.toMatchObject({ code: 'unreadable-message' });
  });

  it('decompression bomb: unpacks no more than the largest body that may be allowed', async () => {
    const bomb = (bytes: number) => queued({ body: zstdCompressSync(Buffer.alloc(bytes)).toString('base64') });
    await expect(decodeMessage(bomb(6 * 1024 * 1024 + 1), noBody)).rejects.toMatchObject({
      code: 'unreadable-message',
    });
    await expect(decodeMessage(bomb(6 * 1024 * 1024), noBody)).resolves.toMatchObject({ kind: 'delivery' });
  });

  it('names the field that is wrong, and nothing of what it holds', async () => {
    await expect(decodeMessage(queued({ via: '王小明' }), noBody)).rejects.toThrow(/delivery.*\(/);
    await expect(decodeMessage(queued({ via: '王小明' }), noBody)).rejects.not.toThrow(/王小明/);
  });

  it('leaves a body that cannot be loaded to a retry', async () => {
    const lost = () => Promise.reject(new Error('S3 is down'));
    const { text } = encodedTo(inlineLimitBytes + 1);
    await expect(decodeMessage(text, lost)).rejects.toThrow('S3 is down');
  });

  it('never throws anything but an unreadable message for junk', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.string(), fc.json()), async (text) => {
        await expect(decodeMessage(text, noBody)).rejects.toMatchObject({ code: 'unreadable-message' });
      }),
    );
  });
});
