import { afterEach, describe, expect, it, vi } from 'vitest';
import { accompany, keepTrying, mayPass, nowAndThen } from '../../../tools/run/waiting.ts';

afterEach(() => vi.useRealTimers());

const refused = () =>
  Object.assign(new TypeError('fetch failed'), { cause: { code: 'ECONNREFUSED', message: 'refused' } });

/** A clock that moves by each rest. */
function restless() {
  let ms = 0;
  const lines: string[] = [];
  const log = (text = '') => void lines.push(text);
  const wait = async (restMs: number) => {
    ms += restMs;
  };
  return { lines, log, wait, now: () => ms };
}

describe('keepTrying', () => {
  it('tries again however often, as long as what stops it may pass', async () => {
    let tries = 0;
    const attempt = async () => {
      tries += 1;
      return tries > 200 ? 'there' : await Promise.reject(refused());
    };

    expect(await keepTrying('the API', attempt, restless())).toBe('there');
  });

  it('says every ten seconds for what it waits, and nothing before', async () => {
    const world = restless();
    const attempt = async () => (world.now() > 25_000 ? 'there' : await Promise.reject(refused()));
    await keepTrying('the API', attempt, world);

    expect(world.lines).toEqual(['   waiting for the API: refused', '   waiting for the API: refused']);
  });

  it('ends with an error that no repetition mends', async () => {
    const attempt = async () => await Promise.reject(Object.assign(new Error('no such case'), { status: 404 }));

    await expect(keepTrying('the API', attempt, restless())).rejects.toThrow('no such case');
  });
});

describe('mayPass', () => {
  it.each([
    ['a refused connection', refused(), true],
    ['an answer that did not come in time', new DOMException('slow', 'TimeoutError'), true],
    ['a 503', { status: 503 }, true],
    ['a 429', { status: 429 }, true],
    ['a fault of the SDK at the other end', { name: 'InternalFailure', $metadata: { httpStatusCode: 500 } }, true],
    ['a 401', { status: 401 }, false],
    ['a queue that is not there', { name: 'QueueDoesNotExist', $metadata: { httpStatusCode: 400 } }, false],
    ['a defect', new TypeError('x is not a function'), false],
    ['nothing', undefined, false],
  ])('knows %s', (_, error, expected) => {
    expect(mayPass(error)).toBe(expected);
  });
});

describe('nowAndThen', () => {
  it('passes on one thing in ten seconds', () => {
    let ms = 0;
    const lines: string[] = [];
    const say = nowAndThen(
      (text = '') => lines.push(text),
      () => ms,
    );
    for (ms = 0; ms <= 21_000; ms += 1000) {
      say(String(ms));
    }

    expect(lines).toEqual(['10000', '20000']);
  });
});

describe('accompany', () => {
  it('says that it goes on, until it is over', async () => {
    vi.useFakeTimers();
    const lines: string[] = [];
    const { promise: work, resolve } = Promise.withResolvers<string>();
    const accompanied = accompany('still at it', work, (text = '') => lines.push(text));
    await vi.advanceTimersByTimeAsync(20_000);
    resolve('done');

    expect(await accompanied).toBe('done');
    await vi.advanceTimersByTimeAsync(20_000);
    expect(lines).toEqual(['   still at it (10 s)', '   still at it (20 s)']);
  });
});
