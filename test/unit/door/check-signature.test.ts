import { beforeEach, describe, expect, it } from 'vitest';
import { createSignatureCheck, type SecretRead } from '#shared/door/check-signature.ts';
import { Fault } from '#shared/fault/fault.ts';
import type { SigningSecrets, Verification } from '#shared/sources/source.ts';

const minute = 60_000;
let now: number;
let reads: number;
let answer: () => SecretRead;

const found = (current: string, previous?: string): SecretRead => ({
  kind: 'found',
  secrets: previous === undefined ? { current } : { current, previous },
});
const key =
  (text: string) =>
  ({ current, previous }: SigningSecrets): Verification =>
    text === current || text === previous ? { ok: true } : { ok: false, reason: 'mismatch' };

function open() {
  const check = createSignatureCheck(
    {
      async read() {
        reads++;
        return answer();
      },
    },
    () => now,
  );
  return (text: string, channel = 'one') => check('fake', channel, key(text));
}

beforeEach(() => {
  now = Date.parse('2026-03-01T10:00:00Z');
  reads = 0;
  answer = () => found('a');
});

describe('createSignatureCheck', () => {
  it('reads a secret once for many requests', async () => {
    const check = open();
    for (const _ of [1, 2, 3]) {
      expect(await check('a')).toEqual({ ok: true });
    }
    expect(reads).toBe(1);
  });

  it('reads once, not twice, for a first request that is forged', async () => {
    expect(await open()('wrong')).toEqual({ ok: false, reason: 'mismatch' });
    expect(reads).toBe(1);
  });

  it('takes a rotated secret at once and still the previous one', async () => {
    const check = open();
    await check('a');
    answer = () => found('b', 'a');
    expect([await check('b'), await check('a')]).toEqual([{ ok: true }, { ok: true }]);
    expect(reads).toBe(2);
  });

  it('forgery flood: re-reads at most once a minute', async () => {
    const check = open();
    await check('a');
    for (let second = 0; second < 60; second++) {
      await check('wrong');
      now += 1000;
    }
    expect(reads).toBe(2);
    await check('wrong');
    expect(reads).toBe(3);
  });

  it('keeps one limit for each channel, so that a flood on one does not delay another', async () => {
    const check = open();
    await check('a', 'one');
    await check('a', 'two');
    await check('wrong', 'one');
    answer = () => found('b');
    expect(await check('b', 'two')).toEqual({ ok: true });
  });

  it('refuses where there is no secret, and takes it when it is made', async () => {
    answer = () => ({ kind: 'absent' });
    const check = open();
    expect(await check('a')).toMatchObject({ ok: false });
    answer = () => found('a');
    expect(await check('a')).toEqual({ ok: true });
  });

  it('guessed stand-in: refuses the value that stands for a missing secret', async () => {
    answer = () => ({ kind: 'absent' });
    const check = createSignatureCheck({ read: async () => answer() }, () => now);
    expect(await check('fake', 'one', () => ({ ok: true }))).toMatchObject({ ok: false });
  });

  it('throws where the first read fails, and reads again for the next request', async () => {
    answer = () => {
      throw new Error('throttled');
    };
    const check = open();
    await expect(check('a')).rejects.toMatchObject({ code: 'secrets-unreachable' });
    answer = () => found('a');
    expect(await check('a')).toEqual({ ok: true });
  });

  const malformed = new Fault('secret-malformed', 'the secret of fake/one is none', { advice: 'put JSON' });

  it('throws what is wrong with a malformed secret, reads it again once a minute, and takes it when it is mended', async () => {
    answer = () => ({ kind: 'malformed', fault: malformed });
    const check = open();
    for (let second = 0; second < 60; second++) {
      await expect(check('a')).rejects.toBe(malformed);
      now += 1000;
    }
    expect(reads).toBe(2);
    answer = () => found('a');
    now += minute;
    expect(await check('a')).toEqual({ ok: true });
  });

  it('throws where the secret is no key of the sender, with the secret to mend and what it has to be', async () => {
    const reader = { read: async () => found('oops') };
    const check = createSignatureCheck(reader, () => now);
    const told = check('fake', 'one', () => ({ ok: false, reason: 'no key', wantedSecret: 'base64 of 32 bytes' }));

    await expect(told).rejects.toMatchObject({
      code: 'secret-malformed',
      advice: 'put into the secret of fake/one, as current and as previous (or null there): base64 of 32 bytes',
    });
  });

  it('goes on with the secret that it kept while the one that took its place is malformed', async () => {
    const check = open();
    await check('a');
    answer = () => ({ kind: 'malformed', fault: malformed });
    await expect(check('b')).rejects.toBe(malformed);
    expect(await check('a')).toEqual({ ok: true });
    answer = () => found('b');
    now += minute;
    expect(await check('b')).toEqual({ ok: true });
  });

  it('during an outage takes what the kept secret verifies and calls nothing forged', async () => {
    const check = open();
    await check('a');
    answer = () => {
      throw new Error('down');
    };
    await expect(check('b')).rejects.toMatchObject({ code: 'secrets-unreachable' });
    await expect(check('b')).rejects.toMatchObject({ code: 'secrets-unreachable' });
    expect(await check('a')).toEqual({ ok: true });
    expect(reads).toBe(2);
    answer = () => found('b');
    now += minute;
    expect(await check('b')).toEqual({ ok: true });
    expect(await check('wrong')).toEqual({ ok: false, reason: 'mismatch' });
  });

  it('goes on re-reading after the clock was put back', async () => {
    const check = open();
    await check('a');
    await check('wrong');
    now -= 60 * minute;
    await check('wrong');
    expect(reads).toBe(3);
  });
});
