import type { Context, SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import { isLasting } from './fault.ts';
import type { Line, Told } from './line.ts';
import { backoffSeconds, type QueueControl } from './queue-control.ts';
import { tellRun, tellThrown } from './run.ts';
import { type LambdaHandler, wrap } from './wrap.ts';

export interface QueueMessage {
  readonly messageId: string;
  readonly body: string;
  /** How often the queue handed this message out, this time included. */
  readonly receiveCount: number;
}

/** What came of one job. */
export interface Done extends Told {
  /** It is too early for it: the message is to come again after so long. */
  readonly againSeconds?: number;
}

/** What a queue's messages ask for, and how it is done. */
export interface QueueWork<Job> {
  /** The message of the log lines. */
  readonly what: string;
  /** The longest that jobs of one name are expected to take, milliseconds: none are begun with less time left. */
  readonly longestMs: number;
  /** What a message asks for. */
  readonly read: (message: QueueMessage) => Job | Promise<Job>;
  /** Jobs of the same name are done together, once. */
  readonly nameOf: (job: Job) => string;
  /** @returns what came of each, in their order. */
  readonly work: (jobs: readonly Job[]) => Promise<readonly Done[]>;
}

/** So much is kept to answer in time: a function that is killed loses the credit for all that it did. */
const answerMs = 1_500;

/** Work that did not come to an end in time. It may still do so; its messages come again. */
class OutOfTimeError extends Error {
  override readonly name = 'OutOfTimeError';
}

interface Item<Job> {
  readonly record: SQSRecord;
  readonly fields: Line;
  readonly job: Job;
}

/**
 * Wraps a function behind a queue. Jobs of the same name are done together, one name after another, the next only if time is left; what was
 * not begun is shown again at once. What no retry mends goes to the dead letters with its reason; what a retry may mend comes again, each
 * time later. So a batch always answers in time, and only for what it did.
 */
export function queueHandler<Job>(
  work: QueueWork<Job>,
  control: QueueControl,
): LambdaHandler<SQSEvent, SQSBatchResponse> {
  return wrap(async ({ Records }: SQSEvent, context: Context) => {
    const batch = new Batch(work, control, context);
    await batch.run(Records);
    return await batch.answer();
  });
}

class Batch<Job> {
  readonly #work: QueueWork<Job>;
  readonly #control: QueueControl;
  readonly #leftMs: () => number;
  /** What is to come again, and when. */
  readonly #again = new Map<SQSRecord, number>();

  constructor(work: QueueWork<Job>, control: QueueControl, context: Context) {
    this.#work = work;
    this.#control = control;
    this.#leftMs = () => context.getRemainingTimeInMillis();
  }

  async run(records: readonly SQSRecord[]): Promise<void> {
    const items: Item<Job>[] = [];
    for (const record of records) {
      items.push(...(await this.#read(record)));
    }
    for (const group of Map.groupBy(items, ({ job }) => this.#work.nameOf(job)).values()) {
      await this.#do(group);
    }
  }

  /** Also the calls that hide messages for a while have to be over in time; one that fails leaves them to the queue's own timeout. */
  async answer(): Promise<SQSBatchResponse> {
    const hidden = [...this.#again].map(([record, seconds]) => ({ record, seconds }));
    await this.#control.hide(hidden);
    return { batchItemFailures: hidden.map(({ record }) => ({ itemIdentifier: record.messageId })) };
  }

  async #read(record: SQSRecord): Promise<Item<Job>[]> {
    const receiveCount = Number(record.attributes.ApproximateReceiveCount);
    const { messageId, body } = record;
    const fields = { messageId, receiveCount };
    if (!this.#hasTime()) {
      this.#again.set(record, 0);
      return [];
    }
    try {
      return [{ record, fields, job: await this.#work.read({ messageId, body, receiveCount }) }];
    } catch (error) {
      await this.#fail({ record, fields, durationMs: 0 }, error);
      return [];
    }
  }

  #hasTime(): boolean {
    return this.#leftMs() >= this.#work.longestMs + answerMs;
  }

  async #do(group: readonly Item<Job>[]): Promise<void> {
    if (!this.#hasTime()) {
      for (const { record } of group) {
        this.#again.set(record, 0);
      }
      return;
    }
    const startedAt = performance.now();
    const spent = () => Math.round(performance.now() - startedAt);
    try {
      const done = await this.#inTime(this.#work.work(group.map(({ job }) => job)));
      for (const [index, item] of group.entries()) {
        this.#succeed(item, done[index] ?? {}, spent());
      }
    } catch (error) {
      await this.#doApart(group, error, spent());
    }
  }

  /** Of several that failed together, each is tried by itself, so that what one of them did is not laid to the others. */
  async #doApart(group: readonly Item<Job>[], error: unknown, durationMs: number): Promise<void> {
    const [only, ...more] = group;
    if (only && more.length === 0) {
      await this.#fail({ ...only, durationMs }, error);
      return;
    }
    for (const item of group) {
      await this.#do([item]);
    }
  }

  async #inTime<Result>(working: Promise<Result>): Promise<Result> {
    const { promise: tooLate, reject } = Promise.withResolvers<never>();
    const timer = setTimeout(() => reject(new OutOfTimeError('the work took too long')), this.#leftMs() - answerMs);
    try {
      return await Promise.race([working, tooLate]);
    } finally {
      clearTimeout(timer);
    }
  }

  #succeed({ record, fields }: Item<Job>, { againSeconds, ...told }: Done, durationMs: number): void {
    tellRun(this.#work.what, { ...fields, durationMs }, told);
    if (againSeconds !== undefined) {
      this.#again.set(record, againSeconds);
    }
  }

  async #fail(
    { record, fields, durationMs }: Omit<Item<Job>, 'job'> & { readonly durationMs: number },
    error: unknown,
  ): Promise<void> {
    const receiveCount = Number(fields.receiveCount);
    const isBuried = isLasting(error) && (await this.#control.bury(record, error));
    tellThrown(this.#work.what, { ...fields, durationMs, buried: isBuried }, error, receiveCount);
    if (!isBuried) {
      this.#again.set(record, backoffSeconds(receiveCount));
    }
  }
}
