import type { Context, SQSEvent, SQSRecord } from 'aws-lambda';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Fault } from '#shared/fault/fault.ts';
import { queueHandler } from '#shared/runtime/queue.ts';
import { backoffSeconds, type Hidden, type QueueControl } from '#shared/runtime/queue-control.ts';
import type { Done, QueueWork } from '#shared/runtime/queue-work.ts';
import { type Captured, captureOutput } from './capture.ts';

const lasting = (what: string) => new Fault('given-up', what, { advice: 'look at the sender', lasting: true });

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
function works(
  work: (jobs: readonly string[]) => Promise<readonly Done[]>,
  changes: Partial<QueueWork<string>> = {},
  own: QueueControl = control,
) {
  const all = {
    what: 'test',
    longestMs: 5_000,
    read: ({ body }: { body: string }) => body,
    nameOf: ([first = '']: string) => first,
  };
  return queueHandler<string>({ ...all, work, ...changes }, own);
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

  it('does what is left once for the whole batch, after all messages and before its answer', async () => {
    const done: string[] = [];
    const after = async () => void done.push('after');
    const work = async (jobs: readonly string[]) => {
      done.push(...jobs);
      return [];
    };
    await failures(works(work, { after }), batchOf('a', 'b', 'c'));

    expect(done).toEqual(['a', 'b', 'c', 'after']);
  });

  it('answers for its messages where that fails, and says so', async () => {
    const after = async () => {
      throw new Error('down');
    };
    expect(
      await failures(
        works(async () => [], { after }),
        batchOf('a'),
      ),
    ).toEqual([]);
    expect(output.lines()).toMatchObject([{ outcome: 'done' }, { outcome: 'not-finished', level: 'ERROR' }]);
  });

  it('waits no longer for it than the answer has time, and not at all where there is none', async () => {
    vi.useFakeTimers();
    const after = vi.fn(async () => await new Promise<void>(() => undefined));
    const answer = failures(
      works(async () => [], { after }),
      batchOf('a'),
    );
    await vi.advanceTimersByTimeAsync(1_000);
    expect(await answer).toEqual([]);

    const slow = async () => {
      leftMs = 700;
      return [];
    };
    await failures(works(slow, { after }), batchOf('a'));
    expect(after).toHaveBeenCalledTimes(1);
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
    expect(output.lines().at(-1)).toMatchObject({ outcome: 'threw', faultCode: 'out-of-time' });
  });

  it('tells of each of a group that goes on and on, and lets them come again apart from each other', async () => {
    vi.useFakeTimers();
    const handler = works(async () => await new Promise(() => undefined));
    const answering = failures(handler, batchOf('a1', 'a2'));
    await vi.advanceTimersByTimeAsync(18_000);
    leftMs = 1_500;
    await vi.advanceTimersByTimeAsync(500);

    expect(await answering).toEqual(['m-0', 'm-1']);
    expect(hidden.every(([, seconds]) => seconds >= 5)).toBe(true);
    expect(output.lines()).toMatchObject([
      { messageId: 'm-0', outcome: 'threw', buried: false },
      { messageId: 'm-1', outcome: 'threw', buried: false },
    ]);
  });

  it('buries none of a group that failed together where there is no time to try each by itself', async () => {
    const handler = works(async () => {
      leftMs = 3_000;
      throw lasting('one of them');
    });

    expect(await failures(handler, batchOf('a1', 'a2'))).toEqual(['m-0', 'm-1']);
    expect(buried).toEqual([]);
    expect(output.metrics()).toEqual(['RunThrew', 'RunThrew']);
  });

  it('reads each of a group that failed together once more, as one that comes again', async () => {
    const counts: number[] = [];
    const handler = works(
      async (jobs) => {
        if (jobs.length > 1) {
          throw new Error('together');
        }
        return [];
      },
      {
        read: ({ body, receiveCount }) => {
          counts.push(receiveCount);
          return body;
        },
      },
    );

    expect(await failures(handler, batchOf('a1', 'a2'))).toEqual([]);
    expect(counts).toEqual([2, 2, 3, 3]);
  });

  it('waits longer each time that it fails', async () => {
    const handler = works(() => Promise.reject(new Error('throttled')));
    const event = batchOf('a');
    (event.Records[0] as SQSRecord).attributes.ApproximateReceiveCount = '5';
    await failures(handler, event);

    expect(hidden[0]?.[1]).toBeGreaterThanOrEqual(40);
    expect(hidden[0]?.[1]).toBeLessThanOrEqual(80);
  });

  it('begins to read nothing that it could not do in time', async () => {
    const read: string[] = [];
    const handler = works(async () => [], {
      read: ({ body }) => {
        read.push(body);
        leftMs -= 9_000;
        return body;
      },
    });

    expect(await failures(handler, batchOf('a', 'b', 'c'))).toHaveLength(3);
    expect(read).toEqual(['a', 'b']);
  });

  const never = async () => await new Promise<never>(() => undefined);
  it.each<[string, string[], Partial<QueueControl>, Partial<QueueWork<string>>]>([
    ['to hide messages', ['m-1'], { hide: never, bury: async () => false }, {}],
    ['to bury one', ['m-1'], { bury: never }, {}],
    ['to read one', ['m-1', 'm-0'], {}, { read: ({ body }) => (body === 'b' ? never() : body) }],
  ])('answers in time though it takes for ever %s', async (_, expected, hanging, reading) => {
    vi.useFakeTimers();
    const began = Date.now();
    const own = { ...context, getRemainingTimeInMillis: () => 20_000 - (Date.now() - began) };
    const handler = works(async ([job]) => (job === 'b' ? await Promise.reject(lasting('no')) : []), reading, {
      ...control,
      ...hanging,
    });
    const answering = handler(batchOf('a', 'b'), own);
    await vi.advanceTimersByTimeAsync(19_900);

    expect((await answering).batchItemFailures.map(({ itemIdentifier }) => itemIdentifier)).toEqual(expected);
  });

  it('says so when messages could not be hidden', async () => {
    const hide = async () => await Promise.reject(new Error('unreachable'));
    const handler = works(() => Promise.reject(new Error('throttled')), {}, { ...control, hide });

    expect(await failures(handler, batchOf('a'))).toEqual(['m-0']);
    expect(output.lines().at(-1)).toMatchObject({ outcome: 'not-hidden', messages: 1, fault: 'Error' });
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
          throw lasting('no such case');
        }
        return [];
      },
      {
        read: ({ body }) => {
          if (body === 'x') {
            throw lasting('not a message of ours');
          }
          return body;
        },
      },
    );

    expect(await failures(handler, batchOf('x', 'a', 'b'))).toEqual([]);
    expect(buried).toEqual([
      ['x', 'not a message of ours: look at the sender'],
      ['b', 'no such case: look at the sender'],
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
        work: () => Promise.reject(lasting('no')),
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
