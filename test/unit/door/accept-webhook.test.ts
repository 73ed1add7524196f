import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createDoor, type DoorParts } from '#shared/door/accept-webhook.ts';
import type { SecretRead } from '#shared/door/check-signature.ts';
import { Fault } from '#shared/fault/fault.ts';
import type { InboxMessage } from '#shared/messages/inbox-message.ts';
import type { WebhookRequest } from '#shared/sources/source.ts';
import { channels, fake, receiverOf, signed } from './fake-source.ts';

const maxBodyBytes = 1024;
const now = new Date('2026-03-01T10:00:00.123Z');
let sent: InboxMessage[];
let reads: string[];

function open(changes: Partial<DoorParts> = {}) {
  const accept = createDoor({
    merchant: { channels: [...channels], maxBodyBytes },
    receiverOf,
    secrets: {
      async read(source, channel): Promise<SecretRead> {
        reads.push(`${source}/${channel}`);
        return { kind: 'found', secrets: { current: 'right', previous: 'older' } };
      },
    },
    inbox: {
      async send(message) {
        sent.push(message);
      },
    },
    now: () => now,
    salt: 'salt',
    ...changes,
  });
  return (request: WebhookRequest, source = 'fake', channel = 'one') => accept({ source, channel, request });
}

beforeEach(() => {
  sent = [];
  reads = [];
});

describe('createDoor', () => {
  it('queues a signed webhook with its raw bytes and kept headers, and answers as its sender expects', async () => {
    const outcome = await open()(signed());
    expect(outcome).toEqual({
      kind: 'accepted',
      reply: fake.accepted,
      identity: { deliveryId: 'delivery-1', subject: 'moved' },
    });
    expect(sent).toEqual([
      {
        kind: 'delivery',
        delivery: {
          source: 'fake',
          channel: 'one',
          id: 'delivery-1',
          via: 'webhook',
          receivedAt: '2026-03-01T10:00:00.123Z',
          headers: { 'x-topic': 'moved' },
          body: Buffer.from('{"name":"王小明"}'),
        },
      },
    ]);
  });

  it('takes bytes that are no UTF-8 as they are', async () => {
    const rawBody = Buffer.from([0xff, 0xfe, 0x00, 0xc3, 0x28]);
    await open()(signed({ rawBody }));
    expect(sent[0]).toMatchObject({ delivery: { body: rawBody } });
  });

  it('takes an empty body', async () => {
    expect(await open()(signed({ rawBody: Buffer.alloc(0) }))).toMatchObject({ kind: 'accepted' });
  });

  it('accepts the previous secret', async () => {
    expect(await open()(signed({ headers: { 'x-key': 'older' } }))).toMatchObject({ kind: 'accepted' });
  });

  it('takes a body of exactly the largest size and refuses one byte more, without reading a secret', async () => {
    const accept = open();
    expect(await accept(signed({ rawBody: Buffer.alloc(maxBodyBytes) }))).toMatchObject({ kind: 'accepted' });
    reads = [];
    const outcome = await accept(signed({ rawBody: Buffer.alloc(maxBodyBytes + 1) }), 'fake', 'two');
    expect(outcome).toMatchObject({ kind: 'refused', reason: 'too-large', reply: { status: 413 } });
    expect(reads).toEqual([]);
  });

  it.each(['gzip', ' BR', 'identity, gzip'])('refuses content-encoding %s with 415', async (encoding) => {
    const outcome = await open()(signed({ headers: { 'content-encoding': encoding } }));
    expect(outcome).toMatchObject({ kind: 'refused', reason: 'encoded-body', reply: { status: 415 } });
    expect([reads, sent]).toEqual([[], []]);
  });

  /* D3: a signed body that was put, or sent with GET or HEAD, was taken like one that was posted. */
  it.each(['GET', 'HEAD', 'PUT', 'DELETE'])('D3: refuses %s with 405, without reading a secret', async (method) => {
    const outcome = await open()(signed({ method }));
    expect(outcome).toMatchObject({ kind: 'refused', reason: 'wrong-method', reply: { status: 405 } });
    expect([reads, sent]).toEqual([[], []]);
  });

  it.each(['', 'identity', 'Identity'])('takes content-encoding "%s"', async (encoding) => {
    expect(await open()(signed({ headers: { 'content-encoding': encoding } }))).toMatchObject({ kind: 'accepted' });
  });

  it('answers a handshake before any secret, the same on a channel that does not exist', async () => {
    const challenge = signed({ method: 'GET', query: { challenge: 'abc' }, headers: { 'x-key': '' } });
    const accept = open();
    expect(await accept(challenge)).toEqual({ kind: 'handshake', reply: { status: 200, body: 'abc' } });
    expect(await accept(challenge, 'fake', 'nowhere')).toEqual({
      kind: 'handshake',
      reply: { status: 200, body: 'abc' },
    });
    expect([reads, sent]).toEqual([[], []]);
  });

  it('shakes no hand for a source that the merchant does not have', async () => {
    const accept = open({ merchant: { channels: [channels[2]], maxBodyBytes }, receiverOf: () => fake });
    expect(await accept(signed({ query: { challenge: 'abc' } }), 'fake', 'one')).toMatchObject({
      reply: { status: 401 },
    });
  });

  it('gives a stranger one answer: wrong signature, unknown channel, unknown source, source without code, channel without secret', async () => {
    const forged = signed({ headers: { 'x-key': 'wrong' } });
    const refusals = [
      await open()(forged),
      await open()(signed(), 'fake', 'nowhere'),
      await open()(signed(), 'nobody', 'one'),
      await open()(signed(), 'unwritten', 'three'),
      await open()(signed(), '', ''),
      await open()(signed(), '__proto__', 'constructor'),
      await open({ secrets: { read: async () => ({ kind: 'absent' }) } })(signed()),
      await open({ merchant: { channels: [], maxBodyBytes } })(signed()),
    ];
    const answers = new Set(refusals.map((each) => JSON.stringify(each.reply)));
    expect([...answers]).toEqual([
      JSON.stringify({
        status: 401,
        headers: { 'content-type': 'application/json' },
        body: '{"error":"unauthorized"}',
      }),
    ]);
    expect(refusals.every((each) => each.kind === 'refused')).toBe(true);
    expect(sent).toEqual([]);
  });

  it('timing attack: does the same work for a name that does not exist as for a wrong signature', async () => {
    const spied = vi.fn(fake.verify);
    const counting = { receiverOf: (source: string) => (source === 'fake' ? { ...fake, verify: spied } : undefined) };
    await open(counting)(signed({ headers: { 'x-key': 'wrong' } }));
    const ofForged = [spied.mock.calls.length, reads.length];
    spied.mockClear();
    reads = [];
    await open(counting)(signed(), 'nobody', 'nowhere');
    expect([spied.mock.calls.length, reads.length]).toEqual(ofForged);
    expect(ofForged).toEqual([1, 1]);
  });

  it('answers 503, not forged, when the secrets cannot be read', async () => {
    const cause = new Error('throttled');
    const outcome = await open({ secrets: { read: () => Promise.reject(cause) } })(signed());
    expect(outcome).toMatchObject({ kind: 'unavailable', what: 'secrets', reply: { status: 503 } });
    expect(outcome).toHaveProperty('cause.cause', cause);
  });

  it('a channel known by its malformed secret: an unknown name that the channel stands in for is answered alike', async () => {
    const fault = new Fault('secret-malformed', 'none', { advice: 'put JSON' });
    const notKey = { ...fake, verify: () => ({ ok: false, reason: 'no key', wantedSecret: 'base64' }) } as const;
    const accepts = [
      open({ secrets: { read: async () => ({ kind: 'malformed', fault }) } }),
      open({ receiverOf: (source) => (source === 'fake' ? notKey : undefined) }),
    ];
    for (const accept of accepts) {
      const known = await accept(signed());
      const unknown = await accept(signed(), 'nobody', 'nowhere');

      expect(known).toMatchObject({ kind: 'unavailable', what: 'secret-malformed', reply: { status: 503 } });
      expect(unknown.reply).toEqual(known.reply);
    }
    expect(sent).toEqual([]);
  });

  it('answers 503 when the inbox cannot be reached', async () => {
    const cause = new Error('down');
    const outcome = await open({ inbox: { send: () => Promise.reject(cause) } })(signed());
    expect(outcome).toMatchObject({
      kind: 'unavailable',
      what: 'inbox',
      cause,
      identity: { deliveryId: 'delivery-1' },
      reply: { status: 503 },
    });
  });

  it('keeps the query parameters that the source names, marked as such', async () => {
    await open()(signed({ query: { method: 'confirm', other: 'x' } }));

    expect(sent).toMatchObject([{ delivery: { headers: { 'x-topic': 'moved', '?method': 'confirm' } } }]);
    expect(JSON.stringify(sent)).not.toContain('other');
  });

  it("refuses in the source's own words, be the signature wrong or the channel unknown", async () => {
    const refused = { status: 200, body: '<flag>failure</flag>' };
    const accept = open({ receiverOf: () => ({ ...fake, refused }) });

    const wrong = await accept(signed({ headers: { 'x-key': 'wrong' } }));
    const unknown = await accept(signed(), 'fake', 'nine');

    expect([wrong, unknown]).toMatchObject([
      { kind: 'refused', reason: 'wrong-signature', reply: refused },
      { kind: 'refused', reason: 'unknown-channel', reply: refused },
    ]);
    expect(sent).toEqual([]);
  });

  it('answers a source that the merchant does not have as it answers any unknown one', async () => {
    const accept = open({ receiverOf: () => ({ ...fake, refused: { status: 200, body: 'flag' } }) });

    expect(await accept(signed(), 'absent', 'one')).toMatchObject({ reply: { status: 401 } });
  });
});
