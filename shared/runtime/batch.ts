import type { Context, SQSBatchResponse, SQSRecord } from 'aws-lambda';
import type { Fault } from '#shared/fault/fault.ts';
import { isLasting } from './describe-fault.ts';
import { inTime } from './in-time.ts';
import type { Line } from './line.ts';
import { backoffSeconds, type QueueControl } from './queue-control.ts';
import type { Done, QueueWork } from './queue-work.ts';
import { reportRun, reportThrown } from './run.ts';
import { writeLine } from './write-line.ts';

/** So much is kept to answer in time: a function that is killed loses the credit for all that it did. */
const answerMs = 1_500;
/** Of it, for what is said to the queue at the end. */
const lastWordsMs = 200;
/** The longest that a message may take on its way to the dead letters. */
const buryMs = 1_000;
/** The longest that what is left for the whole batch may take. */
const afterMs = 1_000;

interface Item<Job> {
  readonly record: SQSRecord;
  readonly fields: Line;
  readonly job: Job;
}

interface Failed {
  readonly record: SQSRecord;
  readonly fields: Line;
  readonly durationMs: number;
  /** It is among the dead letters. */
  readonly buried: boolean;
}

/** One batch of a queue's messages, from their receipt to the answer (see queueHandler). */
export class Batch<Job> {
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

  /** Before the answer, in time that the answer does not need. */
  async finish(): Promise<void> {
    const ms = Math.min(afterMs, this.#leftMs() - answerMs / 2);
    if (this.#work.after && ms > 0) {
      try {
        await inTime(this.#work.after(), ms);
      } catch (fault) {
        writeLine(this.#work.what, { line: { outcome: 'not-finished' }, fault });
      }
    }
  }

  /** What cannot be hidden or shown comes again by the queue's own timeout. */
  async answer(): Promise<SQSBatchResponse> {
    const hidden = [...this.#again].map(([record, seconds]) => ({ record, seconds }));
    try {
      await inTime(this.#control.hide(hidden), this.#leftMs() - lastWordsMs);
    } catch (fault) {
      writeLine(this.#work.what, { line: { outcome: 'not-hidden', messages: hidden.length }, fault });
    }
    return { batchItemFailures: hidden.map(({ record }) => ({ itemIdentifier: record.messageId })) };
  }

  /** @param before - How often it was tried before in this batch. */
  async #read(record: SQSRecord, before = 0): Promise<Item<Job>[]> {
    const { messageId, body } = record;
    const receiveCount = Number(record.attributes.ApproximateReceiveCount);
    const fields = { messageId, receiveCount };
    if (!this.#hasTime()) {
      this.#again.set(record, 0);
      return [];
    }
    try {
      const reading = async () => await this.#work.read({ messageId, body, receiveCount: receiveCount + before });
      return [{ record, fields, job: await inTime(reading(), this.#workMs()) }];
    } catch (error) {
      await this.#fail({ record, fields, durationMs: 0 }, error);
      return [];
    }
  }

  #workMs(): number {
    return this.#leftMs() - answerMs;
  }

  #hasTime(): boolean {
    return this.#workMs() >= this.#work.longestMs;
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
      const done = await inTime(this.#work.work(group.map(({ job }) => job)), this.#workMs());
      for (const [index, item] of group.entries()) {
        this.#succeed(item, done[index] ?? {}, spent());
      }
    } catch (error) {
      await this.#failTogether(group, error, spent());
    }
  }

  /**
   * Of several that failed together, each is tried by itself, so that what one of them did is not laid to the others. Where there is no time
   * left for that, they come again, apart from each other.
   */
  async #failTogether(group: readonly Item<Job>[], error: unknown, durationMs: number): Promise<void> {
    const [only, ...more] = group;
    if (only && more.length === 0) {
      await this.#fail({ ...only, durationMs }, error);
      return;
    }
    for (const item of group) {
      if (this.#hasTime()) {
        const alone = await this.#read(item.record, 1);
        await this.#do(alone);
      } else {
        this.#backOff({ ...item, durationMs, buried: false }, error);
      }
    }
  }

  #succeed({ record, fields }: Item<Job>, { againSeconds, ...report }: Done, durationMs: number): void {
    reportRun(this.#work.what, { ...fields, durationMs }, report);
    if (againSeconds !== undefined) {
      this.#again.set(record, againSeconds);
    }
  }

  async #fail(failed: Omit<Failed, 'buried'>, error: unknown): Promise<void> {
    const buried = isLasting(error) && (await this.#bury(failed.record, error));
    this.#backOff({ ...failed, buried }, error);
  }

  async #bury(record: SQSRecord, fault: Fault): Promise<boolean> {
    try {
      return await inTime(this.#control.bury(record, fault), Math.min(buryMs, this.#leftMs() - lastWordsMs));
    } catch {
      return false;
    }
  }

  #backOff({ record, fields, durationMs, buried }: Failed, error: unknown): void {
    const receiveCount = Number(fields.receiveCount);
    reportThrown(this.#work.what, { ...fields, durationMs, buried }, error, receiveCount);
    if (!buried) {
      this.#again.set(record, backoffSeconds(receiveCount));
    }
  }
}
