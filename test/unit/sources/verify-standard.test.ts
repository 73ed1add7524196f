import * as fc from 'fast-check';
import { Webhook } from 'standardwebhooks';
import { describe, expect, it, vi } from 'vitest';
import type { SigningSecrets } from '#shared/sources/source.ts';
import { verifyStandard } from '#shared/sources/standard/verify.ts';
import { signStandard, signStandardV1a } from '../../simulators/sign.ts';

const secret = 'whsec_cmV0dXJucy1odWItZGVtby1rZXktMDEyMzQ1Njc4OSE=';
const privateKey = `whsk_${Buffer.from('ed25519-demo-seed-for-returns-00').toString('base64')}`;
const publicKey = 'whpk_vRaFgQF+v3fGEAiKqIE2U1r4H/060J6Yk7UTYItzLeY=';
const sentAt = 1_768_464_000;
const message = { id: 'msg_1', timestamp: sentAt, body: '{"a":1}' };

function verify(
  headers: Record<string, string>,
  {
    body = Buffer.from(message.body),
    secrets = { current: secret },
    seconds = sentAt,
  }: { body?: Uint8Array; secrets?: SigningSecrets; seconds?: number } = {},
) {
  return verifyStandard(
    { method: 'POST', headers, query: {}, rawQuery: '', rawBody: body },
    secrets,
    new Date(seconds * 1000),
  );
}

describe('verifyStandard', () => {
  it.each([
    [-301, false],
    [-300, true],
    [300, true],
    [301, false],
  ])('with a clock %i s off answers %s', (offset, ok) => {
    expect(verify(signStandard(secret, message), { seconds: sentAt + offset }).ok).toBe(ok);
  });

  it.each(['1768464000.0', '+1768464000', ' 1768464000', '0x69689c00', '1.768464e9', '1768464000s', ''])(
    'refuses the timestamp %j though it is signed',
    (timestamp) => {
      const headers = signStandard(secret, { ...message, timestamp: timestamp as never });
      expect(verify(headers).ok).toBe(false);
    },
  );

  it('agrees with the reference library on any text body, id and key', async () => {
    vi.useFakeTimers({ now: sentAt * 1000 });
    const keys = fc.uint8Array({ minLength: 24, maxLength: 64 });
    const ids = fc.string({ unit: fc.constantFrom(...'abcXYZ019_.-'), minLength: 1, maxLength: 40 });
    await fc.assert(
      fc.property(keys, ids, fc.string({ unit: 'grapheme' }), (key, id, body) => {
        const base64 = Buffer.from(key).toString('base64');
        const signature = new Webhook(base64).sign(id, new Date(sentAt * 1000), body);
        const headers = { 'webhook-id': id, 'webhook-timestamp': String(sentAt), 'webhook-signature': signature };
        expect(verify(headers, { body: Buffer.from(body), secrets: { current: `whsec_${base64}` } }).ok).toBe(true);
        expect(signStandard(base64, { id, timestamp: sentAt, body })['webhook-signature']).toBe(signature);
      }),
      { numRuns: 200 },
    );
    vi.useRealTimers();
  });

  it('verifies bytes that are no UTF-8, and not what is left of them after decoding', () => {
    const body = Buffer.from([0x7b, 0xff, 0xfe, 0x7d]);
    const headers = signStandard(secret, { ...message, body });
    expect(verify(headers, { body }).ok).toBe(true);
    expect(verify(headers, { body: Buffer.from(body.toString('utf8')) }).ok).toBe(false);
  });

  it('accepts v1 and v1a keys side by side, in either slot', () => {
    const byKey = signStandardV1a(privateKey, message);
    const bySecret = signStandard(secret, message);
    const secrets = [
      { current: publicKey, previous: secret },
      { current: secret, previous: publicKey },
    ];
    expect(
      secrets.map((each) => [verify(byKey, { secrets: each }).ok, verify(bySecret, { secrets: each }).ok]),
    ).toEqual([
      [true, true],
      [true, true],
    ]);
  });

  it('takes no v1 signature for a v1a key, nor the other way round', () => {
    const relabelled = (headers: Record<string, string>, from: string, to: string) => ({
      ...headers,
      'webhook-signature': (headers['webhook-signature'] ?? '').replace(from, to),
    });
    expect(
      verify(relabelled(signStandardV1a(privateKey, message), 'v1a,', 'v1,'), { secrets: { current: publicKey } }).ok,
    ).toBe(false);
    expect(verify(relabelled(signStandard(secret, message), 'v1,', 'v1a,')).ok).toBe(false);
  });

  it('public key used as a shared secret: an attacker who knows whpk_ cannot sign v1 with it', () => {
    const forged = signStandard(publicKey.replace('whpk_', 'whsec_'), message);
    expect(verify(forged, { secrets: { current: publicKey } }).ok).toBe(false);
  });

  it.each(['v0', 'v9', 'V1', 'v1b'])('skips signatures of version %s', (version) => {
    const headers = signStandard(secret, message);
    const signature = (headers['webhook-signature'] ?? '').replace('v1,', `${version},`);
    expect(verify({ ...headers, 'webhook-signature': signature }).ok).toBe(false);
    expect(verify({ ...headers, 'webhook-signature': `${signature} ${headers['webhook-signature']}` }).ok).toBe(true);
  });

  it('doubled list header: refuses a list of two that a gateway joined with itself', () => {
    const headers = signStandard([secret, secret], message);
    const value = headers['webhook-signature'];
    expect(verify({ ...headers, 'webhook-signature': `${value},${value}` }).ok).toBe(false);
  });

  it('doubled id: refuses an id with a comma though it is signed', () => {
    expect(verify(signStandard(secret, { ...message, id: 'msg_1,msg_1' })).ok).toBe(false);
  });

  it('signature flood: refuses more than sixteen signatures', () => {
    const headers = signStandard(
      Array.from({ length: 17 }, () => secret),
      message,
    );
    expect(verify(headers).ok).toBe(false);
    expect(
      verify(
        signStandard(
          Array.from({ length: 16 }, () => secret),
          message,
        ),
      ).ok,
    ).toBe(true);
  });

  it('never mixes webhook-* and svix-* headers', () => {
    const {
      'webhook-id': id = '',
      'webhook-timestamp': timestamp = '',
      'webhook-signature': signature = '',
    } = signStandard(secret, message);
    expect(verify({ 'svix-id': id, 'svix-timestamp': timestamp, 'svix-signature': signature }).ok).toBe(true);
    expect(verify({ 'webhook-id': id, 'svix-timestamp': timestamp, 'svix-signature': signature }).ok).toBe(false);
    expect(
      verify({ 'webhook-id': id, 'svix-id': id, 'svix-timestamp': timestamp, 'svix-signature': signature }).ok,
    ).toBe(false);
  });

  it.each([
    '',
    'whsec_',
    'whsec_c2hvcnQ=',
    'not base64 at all!',
    'whpk_c2hvcnQ=',
    `whsk_${'A'.repeat(44)}`,
    `whsec_${Buffer.alloc(65).toString('base64')}`,
  ])('says that the secret %j is no key', (current) => {
    expect(verify(signStandard(secret, message), { secrets: { current } })).toEqual({
      ok: false,
      reason: 'a stored secret is no key',
      wantedSecret: 'whsec_ and base64 of 24 to 64 bytes, or whpk_ and an ed25519 public key',
    });
  });

  it('cannot call a signature wrong while one of two secrets is no key, since it may be by that one', () => {
    const other = `whsec_${Buffer.alloc(24, 1).toString('base64')}`;
    const signed = signStandard(other, message);

    expect(verify(signed, { secrets: { current: 'oops', previous: secret } })).toHaveProperty('wantedSecret');
    expect(verify(signed, { secrets: { current: secret, previous: 'oops' } })).toHaveProperty('wantedSecret');
    expect(verify(signed)).toEqual({ ok: false, reason: 'no signature matches' });
  });

  it('still accepts the previous secret when the current one is no key', () => {
    expect(verify(signStandard(secret, message), { secrets: { current: 'oops', previous: secret } }).ok).toBe(true);
  });
});
