import { beforeEach, describe, expect, it } from 'vitest';
import { createSignatureCheck, type SecretRead } from '#shared/door/check-signature.ts';
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
