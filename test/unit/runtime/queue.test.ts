import type { Context, SQSEvent, SQSRecord } from 'aws-lambda';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Done, type QueueWork, queueHandler } from '#shared/runtime/queue.ts';
import { backoffSeconds, type Hidden, type QueueControl } from '#shared/runtime/queue-control.ts';
import { type Captured, captureOutput } from './capture.ts';

class LastingError extends Error {
  readonly lasting = true;
  override readonly name = 'LastingError';
}

let output: Captured;
let hidden: [body: string, seconds: number][];
let buried: [body: string, reason: string][];
let leftMs: number;

const control: QueueControl = {
  hide: async (messages: readonly Hidden[]) => {
    hidden.push(...messages.map(({ record, seconds }): [string, number] => [record.body, seconds]));
  },
  bury: async (record, { message }) => {
    buried.push([record.body, message]);
    return true;
  },
};
const context = { awsRequestId: 'request-1', getRemainingTimeInMillis: () => leftMs } as Context;

beforeEach(() => {
  output = captureOutput();
  hidden = [];
  buried = [];
  leftMs = 20_000;
});

afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

function batchOf(...bodies: readonly string[]): SQSEvent {
  return {
    Records: bodies.map((body, index) => ({
      messageId: `m-${index}`,
      body,
      attributes: { ApproximateReceiveCount: '2' },
    })) as unknown as SQSRecord[],
  };
}

/** Bodies are texts; those that begin with the same letter are done together. */
function works(work: (jobs: readonly string[]) => Promise<readonly Done[]>, changes: Partial<QueueWork<string>> = {}) {
  const all = {
    what: 'test',
    longestMs: 5_000,
    read: ({ body }: { body: string }) => body,
    nameOf: ([first = '']: string) => first,
  };
  return queueHandler<string>({ ...all, work, ...changes }, control);
}

const failures = async (handler: ReturnType<typeof works>, event: SQSEvent) =>
  (await handler(event, context)).batchItemFailures.map(({ itemIdentifier }) => itemIdentifier);

describe('queueHandler', () => {
  it('does jobs of one name together, once, one name after another, and writes one line for each message', async () => {
    const under: string[] = [];
    const done: string[][] = [];
    const handler = works(async (jobs) => {
      under.push('begins');
      await Promise.resolve();
      under.push('ends');
      done.push([...jobs]);
      return jobs.map((job) => ({ line: { caseKey: job }, metric: { name: 'Recorded', reason: 'applied' } }));
    });

    expect(await failures(handler, batchOf('a1', 'b1', 'a2'))).toEqual([]);
    expect(done).toEqual([['a1', 'a2'], ['b1']]);
    expect(under).toEqual(['begins', 'ends', 'begins', 'ends']);
    expect(output.lines()).toMatchObject([
      { messageId: 'm-0', outcome: 'done', caseKey: 'a1', receiveCount: 2 },
      { messageId: 'm-2', outcome: 'done', caseKey: 'a2' },
      { messageId: 'm-1', outcome: 'done', caseKey: 'b1' },
    ]);
    expect(output.metrics()).toEqual(['Recorded applied', 'Recorded applied', 'Recorded applied']);
    expect(hidden).toEqual([]);
  });

  it('begins nothing that may not come to its end in time, and shows what it did not begin at once', async () => {
    const done: string[] = [];
    const handler = works(async (jobs) => {
      done.push(...jobs);
      leftMs -= 8_000;
      return [];
    });

    expect(await failures(handler, batchOf('a', 'b', 'c', 'd'))).toEqual(['m-2', 'm-3']);
    expect(done).toEqual(['a', 'b']);
    expect(hidden).toEqual([
      ['c', 0],
      ['d', 0],
    ]);
  });

  it('answers in time for what it did, though one job goes on and on', async () => {
    vi.useFakeTimers();
    leftMs = 8_000;
    const handler = works(async ([job]) => (job === 'b' ? await new Promise(() => undefined) : []));
    const answering = failures(handler, batchOf('a', 'b'));
    await vi.advanceTimersByTimeAsync(6_499);
    expect(hidden).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);

    expect(await answering).toEqual(['m-1']);
    expect(hidden).toEqual([['b', expect.any(Number)]]);
    expect(output.lines().at(-1)).toMatchObject({ outcome: 'threw', fault: 'OutOfTimeError' });
  });

  it('lets what failed come again later, by itself, and says nothing of its message', async () => {
    const handler = works(async ([job]) => {
      if (job === 'b') {
        throw new Error('13800000000');
      }
      return [];
    });

    expect(await failures(handler, batchOf('a', 'b', 'c'))).toEqual(['m-1']);
    expect(hidden).toEqual([['b', expect.any(Number)]]);
    expect(hidden[0]?.[1]).toBeGreaterThanOrEqual(5);
    expect(hidden[0]?.[1]).toBeLessThanOrEqual(10);
    expect(output.text()).not.toContain('13800000000');
    expect(output.metrics()).toEqual(['RunThrew']);
  });

  it('tries each by itself where several failed together, so that only the one at fault comes again', async () => {
    const tried: string[][] = [];
    const handler = works(async (jobs) => {
      tried.push([...jobs]);
      if (jobs.includes('a2')) {
        throw new Error('poison');
      }
      return [];
    });

    expect(await failures(handler, batchOf('a1', 'a2', 'a3'))).toEqual(['m-1']);
    expect(tried).toEqual([['a1', 'a2', 'a3'], ['a1'], ['a2'], ['a3']]);
  });

  it('puts what no retry mends among the dead letters, with its reason, and is done with it', async () => {
    const handler = works(
      async ([job]) => {
        if (job === 'b') {
          throw new LastingError('no such case');
        }
        return [];
      },
      {
        read: ({ body }) => {
          if (body === 'x') {
            throw new LastingError('not a message of ours');
          }
          return body;
        },
      },
    );

    expect(await failures(handler, batchOf('x', 'a', 'b'))).toEqual([]);
    expect(buried).toEqual([
      ['x', 'not a message of ours'],
      ['b', 'no such case'],
    ]);
    expect(hidden).toEqual([]);
    expect(output.lines().filter(({ buried: isBuried }) => isBuried)).toHaveLength(2);
  });

  it('keeps in the queue what cannot be put among the dead letters now', async () => {
    const handler = queueHandler<string>(
      {
        what: 'test',
        longestMs: 5_000,
        read: ({ body }) => body,
        nameOf: (job) => job,
        work: () => Promise.reject(new LastingError('no')),
      },
      { ...control, bury: async () => false },
    );

    expect(await failures(handler, batchOf('a'))).toEqual(['m-0']);
    expect(hidden).toHaveLength(1);
  });

  it('shows a message for which it is too early again when its time has come', async () => {
    const handler = works(async () => [{ againSeconds: 1_234 }]);

    expect(await failures(handler, batchOf('a'))).toEqual(['m-0']);
    expect(hidden).toEqual([['a', 1_234]]);
    expect(output.lines()).toMatchObject([{ outcome: 'done' }]);
  });

  it('tells when a message has failed so often that somebody should know', async () => {
    const handler = works(() => Promise.reject(new Error('down')));
    const often = batchOf('a');
    (often.Records[0] as SQSRecord).attributes.ApproximateReceiveCount = '6';
    await handler(batchOf('b'), context);
    expect(output.metrics()).not.toContain('MessageTriedOften');
    await handler(often, context);

    expect(output.metrics()).toContain('MessageTriedOften');
  });
});

describe('backoffSeconds', () => {
  it.each([
    [1, 3, 5],
    [2, 5, 10],
    [4, 20, 40],
    [8, 320, 640],
    [9, 450, 900],
    [99, 450, 900],
  ])('hides a message at its receive %i for %i to %i seconds', (receiveCount, least, most) => {
    expect(backoffSeconds(receiveCount, () => 0)).toBe(least);
    expect(backoffSeconds(receiveCount, () => 1)).toBe(most);
  });
});
