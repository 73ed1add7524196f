import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Channel, Merchant } from '#shared/merchant/merchant.ts';
import { toInstant } from '#shared/returns/record/instant.ts';
import type { Delivery, Observed, Observer, Receiver, WebhookRequest } from '#shared/sources/source.ts';
import { describeBrokenMembers, type Members } from './broken-members.ts';
import { deliveryIdForm, faultyFacts } from './faulty-facts.ts';
import type { Vector } from './source-vectors.ts';

/** A source with what it takes to try it. */
export interface SourceUnderTest {
  readonly receiver: Receiver;
  readonly observer: Observer;
  readonly merchant: Merchant;
  readonly vectors: readonly Vector[];
  /** Further bodies that are understood, with what the door or the reader adds. */
  readonly deliveries: readonly Delivery[];
  /** What is to be known of the members of its messages. */
  readonly members?: Members;
}

const receivedAt = toInstant('2026-01-15T08:00:01Z') ?? ('' as never);

/** What every source must hold to, whoever its sender is. */
export function describeSource(source: SourceUnderTest): void {
  describe(`source ${source.receiver.source}`, () => {
    describe.each(source.vectors.map((vector) => [vector.name, vector] as const))('%s', (_name, vector) => {
      describeVector(source, vector);
    });
    describeReceiver(source);
    describeObserver(source);
  });
}

function channelOf({ merchant, receiver }: SourceUnderTest, name: string): Channel {
  const channel = merchant.channels.find((each) => each.source === receiver.source && each.channel === name);
  if (!channel) {
    throw new Error(`no channel ${receiver.source}/${name}: put one into infra/merchants/demo.json`);
  }
  return channel;
}

function requestOf({ headers, rawQuery = '', body }: Vector): WebhookRequest {
  return { method: 'POST', headers, query: queryOf(rawQuery), rawQuery, rawBody: body };
}

/** As a gateway decodes it: names in lower case, of several with one name the last. */
function queryOf(rawQuery: string): Record<string, string> {
  return Object.fromEntries([...new URLSearchParams(rawQuery)].map(([name, value]) => [name.toLowerCase(), value]));
}

/** The request with another text where its signature stands, be that a header, the query or a form. */
function withSignature(vector: Vector, signature: string): Partial<WebhookRequest> {
  const request = requestOf(vector);
  const { signedIn } = vector;
  if ('header' in signedIn) {
    const value = vector.headers[signedIn.header]?.replace(vector.signature, () => signature) ?? '';
    return { headers: { ...vector.headers, [signedIn.header]: value } };
  }
  const escaped = encodeURIComponent(signature);
  if ('query' in signedIn) {
    const rawQuery = request.rawQuery.replace(vector.signature, () => escaped);
    return { rawQuery, query: queryOf(rawQuery) };
  }
  return {
    rawBody: Buffer.from(
      Buffer.from(vector.body)
        .toString()
        .replace(vector.signature, () => escaped),
    ),
  };
}

/** The byte with each of its bits the other way. */
function otherBytes(byte: number): readonly number[] {
  return Array.from({ length: 8 }, (_, bit) => byte ^ (1 << bit));
}

/** Another spelling of the same form or query, such as `%2f` for `%2F`, says nothing else; nor does a signature with small digits. */
function isSameForm(changed: string, original: string, { signature }: Vector): boolean {
  const wordsOf = (form: string) =>
    JSON.stringify(
      [...new URLSearchParams(form)].flat().map((value) => (value.toUpperCase() === signature ? signature : value)),
    );
  return wordsOf(changed) === wordsOf(original);
}

function describeVector(source: SourceUnderTest, vector: Vector): void {
  const channel = channelOf(source, vector.channel);
  const isGenuine = (change: Partial<WebhookRequest> = {}, current?: string): boolean => {
    const secrets = current === undefined ? vector.secrets : { current };
    return source.receiver.verify({ ...requestOf(vector), ...change }, secrets, channel, vector.now).ok;
  };
  const withHeader = (name: string, value: string): Partial<WebhookRequest> => ({
    headers: { ...vector.headers, [name]: value },
  });

  it('verifies', () => {
    expect(isGenuine()).toBe(true);
  });

  it('verifies the same bytes when a gateway wrapped them in base64', () => {
    const rawBody = Buffer.from(Buffer.from(vector.body).toString('base64'), 'base64');
    expect(isGenuine({ rawBody })).toBe(true);
  });

  it('verifies a plain Uint8Array as well as a Buffer', () => {
    expect(isGenuine({ rawBody: new Uint8Array(vector.body) })).toBe(true);
  });

  it('refuses every one-byte change of the body', () => {
    const passed = [...vector.body].flatMap((byte, at) =>
      otherBytes(byte)
        .map((other) => vector.body.with(at, other))
        .filter((rawBody) => isGenuine({ rawBody }))
        .map((rawBody) => Buffer.from(rawBody).toString())
        .filter(
          (text) => !('form' in vector.signedIn && isSameForm(text, Buffer.from(vector.body).toString(), vector)),
        ),
    );
    expect(passed).toEqual([]);
  });

  it('refuses the body with a byte less, a newline, a BOM, invalid UTF-8, or nothing', () => {
    const bom = Buffer.from([0xef, 0xbb, 0xbf]);
    const bodies = [
      vector.body.subarray(1),
      vector.body.subarray(0, -1),
      Buffer.concat([vector.body, Buffer.from('\n')]),
      Buffer.concat([bom, vector.body]),
      Buffer.concat([vector.body, Buffer.from([0xff])]),
      Buffer.alloc(0),
    ];
    expect(bodies.map((rawBody) => isGenuine({ rawBody }))).toEqual(bodies.map(() => false));
  });

  it('refuses every one-character change of the signature', () => {
    const { signature } = vector;
    const passed = [...signature].flatMap((char, index) => {
      const others = [...'ABwx019+/= \n,'].filter((other) => other !== char);
      const changed = others.map((other) => signature.slice(0, index) + other + signature.slice(index + 1));
      return changed.filter((each) => isGenuine(withSignature(vector, each)));
    });
    expect(passed).toEqual([]);
  });

  it('refuses every one-byte change of the query', () => {
    const { rawQuery = '' } = vector;
    const passed = [...Buffer.from(rawQuery)].flatMap((byte, at) =>
      otherBytes(byte)
        .map((other) => rawQuery.slice(0, at) + String.fromCharCode(other) + rawQuery.slice(at + 1))
        .filter((changed) => isGenuine({ rawQuery: changed, query: queryOf(changed) }))
        .filter((changed) => !isSameForm(changed, rawQuery, vector)),
    );
    expect(passed).toEqual([]);
  });

  it('refuses a signature without padding, with a blank, in URL-safe letters, cut or prolonged', () => {
    const { signature } = vector;
    const changed = [
      signature.replace(/=+$/, ''),
      `${signature.slice(0, 20)} ${signature.slice(20)}`,
      `${signature}=`,
      signature.slice(4),
      `AAAA${signature}`,
      Buffer.from(signature, 'base64').toString('hex'),
      ...(/[+/]/.test(signature) ? [signature.replaceAll('+', '-').replaceAll('/', '_')] : []),
    ];
    const others = changed.filter((each) => each !== signature);
    expect(others.filter((each) => isGenuine(withSignature(vector, each)))).toEqual([]);
  });

  it.each(vector.neededHeaders)('refuses when %s is missing, empty or there twice', (name) => {
    const { [name]: value = '', ...others } = vector.headers;
    const requests = [
      { headers: others },
      withHeader(name, ''),
      withHeader(name, `${value},${value}`),
      withHeader(name, `${value}, ${value}`),
    ];
    expect(requests.map((each) => isGenuine(each))).toEqual([false, false, false, false]);
  });

  it("refuses another tenant's secret, and an empty one", () => {
    expect(isGenuine({}, vector.foreignSecret)).toBe(false);
    expect(isGenuine({}, '')).toBe(false);
  });

  it('gives the same delivery id on every try', () => {
    const { deliveryId } = source.receiver.identify(requestOf(vector));
    expect(deliveryId).toMatch(deliveryIdForm);
    expect(source.receiver.identify(requestOf(vector)).deliveryId).toBe(vector.deliveryId ?? deliveryId);
  });
}

function describeReceiver(source: SourceUnderTest): void {
  const { receiver, vectors } = source;

  it("refuses every vector's signature on every other vector's body", () => {
    const distinct = [...new Map(vectors.map((each) => [Buffer.from(each.body).toString('hex'), each])).values()];
    const passed = distinct.flatMap((a) =>
      distinct
        .filter((b) => b !== a)
        .filter((b) =>
          'form' in a.signedIn
            ? receiver.verify(
                { ...requestOf(b), ...withSignature(b, a.signature) },
                b.secrets,
                channelOf(source, b.channel),
                b.now,
              ).ok
            : receiver.verify({ ...requestOf(a), rawBody: b.body }, a.secrets, channelOf(source, a.channel), a.now).ok,
        )
        .map((b) => `${a.name} on ${b.name}`),
    );
    expect(passed).toEqual([]);
  });

  it('never throws at the door, whatever comes', async () => {
    const [vector] = vectors;
    const names = vectors.flatMap((each) => Object.keys(each.headers));
    const headers = fc.dictionary(
      fc.oneof(fc.constantFrom(...names), fc.string()),
      fc.oneof(fc.string({ unit: 'binary' }), fc.base64String()),
    );
    const secrets = fc.record({ current: fc.string(), previous: fc.string() }, { requiredKeys: ['current'] });
    await fc.assert(
      fc.property(
        headers,
        fc.uint8Array(),
        secrets,
        fc.constantFrom(...vectors),
        (given, rawBody, secret, { channel, now }) => {
          const request = { method: 'POST', headers: given, query: {}, rawQuery: '', rawBody };
          expect(receiver.verify(request, secret, channelOf(source, channel), now).ok).toBe(false);
          expect(receiver.identify(request).deliveryId).toMatch(deliveryIdForm);
          expect(receiver.identify(request).subject.length).toBeLessThanOrEqual(256);
          receiver.handshake?.(request);
        },
      ),
      { numRuns: 500 },
    );
    expect(vector).toBeDefined();
  });
}

/** A vector as it comes out of the inbox. */
export function deliveryOf(source: SourceUnderTest, vector: Vector): Delivery {
  const { headers, query } = requestOf(vector);
  const kept = [
    ...source.receiver.keptHeaders.map((name) => [name, headers[name]]),
    ...(source.receiver.keptQuery ?? []).map((name) => [`?${name}`, query[name]]),
  ].filter(([, value]) => value !== undefined);
  return {
    source: source.receiver.source,
    channel: vector.channel,
    id: source.receiver.identify(requestOf(vector)).deliveryId,
    via: 'webhook',
    receivedAt,
    headers: Object.fromEntries(kept),
    body: vector.body,
  };
}

function describeObserver(source: SourceUnderTest): void {
  const { observer, merchant } = source;
  const deliveries = [...source.deliveries, ...source.vectors.map((vector) => deliveryOf(source, vector))];
  const observe = (delivery: Delivery): Observed =>
    observer.observe(delivery, channelOf(source, delivery.channel), merchant);

  it.each(deliveries.map((each, index) => [`${index} ${each.channel} ${each.id}`, each] as const))(
    'says the same twice and only valid facts: %s',
    (_name, delivery) => {
      const observed = observe(delivery);
      expect(observe(structuredClone(delivery))).toEqual(observed);
      expect(faultyFacts(observed)).toEqual([]);
    },
  );

  it('understands at least one delivery', () => {
    expect(deliveries.filter((each) => observe(each).kind === 'sayings').length).toBeGreaterThan(0);
  });

  it('never throws on junk, and never makes a fact of it that the fold cannot read', async () => {
    const junkBody = fc.oneof(
      fc.uint8Array(),
      fc.json().map(Buffer.from),
      fc.string({ unit: 'binary' }).map(Buffer.from),
    );
    await fc.assert(
      fc.property(junkBody, fc.constantFrom(...deliveries), (body, delivery) => {
        expect(faultyFacts(observe({ ...delivery, body }))).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });

  it('never throws when one value of a good body is replaced by another', async () => {
    await fc.assert(
      fc.property(fc.constantFrom(...deliveries), fc.nat(), junkValue, (delivery, place, value) => {
        const body = Buffer.from(replaceNth(Buffer.from(delivery.body).toString(), place, value));
        const observed = observe({ ...delivery, body });
        expect(faultyFacts(observed)).toEqual([]);
        expect(reasonOf(observed).length).toBeLessThan(700);
      }),
      { numRuns: 3000 },
    );
  });

  describeBrokenMembers(source.members ?? {}, deliveries, observe);
}

const junkValue = fc.oneof(
  fc.constantFrom(
    'null',
    '{}',
    '[]',
    '-1',
    '0',
    '1e400',
    '1.5',
    '9007199254740993',
    '""',
    '"__proto__"',
    '{"__proto__":{"polluted":true}}',
    '{"toString":1}',
  ),
  fc.json({ maxDepth: 2 }),
);

/** Replaces the n-th plain value of a JSON text. */
function replaceNth(text: string, place: number, value: string): string {
  const values = [...text.matchAll(/(?<=[:[,])(?:"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?|true|false|null)(?=[,\]}])/g)];
  const match = values[place % Math.max(1, values.length)];
  return match ? text.slice(0, match.index) + value + text.slice(match.index + match[0].length) : text;
}

function reasonOf(observed: Observed): string {
  return 'reason' in observed ? observed.reason : '';
}
