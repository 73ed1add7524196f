import { AsyncLocalStorage } from 'node:async_hooks';
import type { Context, SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import type { QueueControl } from '#shared/runtime/queue-control.ts';
import type { Random } from './random.ts';
import type { VirtualClock } from './virtual-clock.ts';

/** What a template says of a queue and of the function that reads it. Times in seconds. */
export interface QueueSettings {
  readonly visibilityTimeout: number;
  readonly delay: number;
  readonly maxReceiveCount: number;
  readonly batchSize: number;
  /** How many batches may be under way; where nobody said, as many as Lambda starts. */
  readonly maxConcurrency: number | undefined;
  readonly functionTimeout: number;
}

export type QueueFunction = (event: SQSEvent, context: Context) => Promise<SQSBatchResponse>;

/** One run of the function. One that was killed does nothing any more. */
interface Invocation {
  isDead: boolean;
}

/** The run that calls. */
export const underWay = new AsyncLocalStorage<Invocation>();

interface Letter {
  readonly id: string;
  readonly text: string;
  receives: number;
  /** It is hidden no longer, and will not be shown either. */
  callOff: () => void;
}

interface Backlog {
  readonly visible: number;
  readonly hidden: number;
}

/** Lambda begins with five batches of a queue, adds 300 a minute while there is more, and stops at 1,000 (its documentation of 2025). */
const atFirst = 5;
const moreEachMinute = 300;
const mostOfAccount = 1000;

/** An SQS queue with its dead letters and the Lambda function that reads it, in virtual time. */
export class ConsumedQueue implements QueueControl {
  readonly dead: string[] = [];
  killed = 0;
  received = 0;
  readonly #visible: Letter[] = [];
  readonly #hidden = new Map<string, Letter>();
  readonly #clock: VirtualClock;
  readonly #settings: QueueSettings;
  readonly #random: Random;
  #handler: QueueFunction | undefined;
  #running = 0;
  #busySince: number | undefined;
  #count = 0;

  constructor(clock: VirtualClock, settings: QueueSettings, random: Random) {
    this.#clock = clock;
    this.#settings = settings;
    this.#random = random;
  }

  readBy(handler: QueueFunction): void {
    this.#handler = handler;
  }

  get backlog(): Backlog {
    return { visible: this.#visible.length, hidden: this.#hidden.size };
  }

  send(text: string, delaySeconds = this.#settings.delay): void {
    this.#count += 1;
    const letter: Letter = { id: `m${this.#count}`, text, receives: 0, callOff: () => {} };
    this.#hide(letter, delaySeconds);
  }

  hide: QueueControl['hide'] = async (messages) => {
    for (const { record, seconds } of messages) {
      const letter = this.#hidden.get(record.messageId);
      if (letter) {
        this.#hide(letter, seconds);
      }
    }
  };

  bury: QueueControl['bury'] = async ({ body }) => {
    this.dead.push(body);
    return true;
  };

  #hide(letter: Letter, seconds: number): void {
    letter.callOff();
    this.#hidden.set(letter.id, letter);
    const callOff = this.#clock.at(this.#clock.now + seconds * 1000, () => {
      this.#hidden.delete(letter.id);
      this.#visible.push(letter);
      this.#poll();
    });
    letter.callOff = () => {
      callOff();
      this.#hidden.delete(letter.id);
    };
  }

  #poll(): void {
    while (this.#handler && this.#visible.length > 0 && this.#running < this.#mostNow()) {
      const batch = this.#receive();
      if (batch.length > 0) {
        void this.#run(this.#handler, batch);
      }
    }
    if (this.#visible.length === 0) {
      this.#busySince = undefined;
    }
  }

  #mostNow(): number {
    this.#busySince ??= this.#clock.now;
    const minutes = (this.#clock.now - this.#busySince) / 60_000;
    const grown = atFirst + Math.floor(minutes * moreEachMinute);
    return Math.min(grown, this.#settings.maxConcurrency ?? mostOfAccount);
  }

  /** Some of what is visible, roughly the oldest first. */
  #receive(): Letter[] {
    const batch: Letter[] = [];
    while (batch.length < this.#settings.batchSize && this.#visible.length > 0) {
      const [letter] = this.#visible.splice(this.#random(Math.min(20, this.#visible.length)), 1);
      if (letter && letter.receives >= this.#settings.maxReceiveCount) {
        this.dead.push(letter.text);
      } else if (letter) {
        letter.receives += 1;
        this.received += 1;
        this.#hide(letter, this.#settings.visibilityTimeout);
        batch.push(letter);
      }
    }
    return batch;
  }

  async #run(handler: QueueFunction, batch: readonly Letter[]): Promise<void> {
    const invocation: Invocation = { isDead: false };
    const endsAt = this.#clock.now + this.#settings.functionTimeout * 1000;
    this.#running += 1;
    const finish = () => {
      this.#running -= 1;
      this.#poll();
    };
    const spare = this.#clock.at(endsAt, () => {
      invocation.isDead = true;
      this.killed += 1;
      finish();
    });
    const context = { getRemainingTimeInMillis: () => endsAt - this.#clock.now } as Context;
    const event = { Records: batch.map(recordOf) };
    const failed = await underWay
      .run(invocation, async () => await handler(event, context))
      .then(
        ({ batchItemFailures }) => batchItemFailures.map(({ itemIdentifier }) => itemIdentifier),
        () => batch.map(({ id }) => id),
      );
    if (invocation.isDead) {
      return;
    }
    spare();
    for (const letter of batch.filter(({ id }) => !failed.includes(id))) {
      letter.callOff();
    }
    finish();
  }
}

function recordOf({ id, text, receives }: Letter): SQSRecord {
  const attributes = { ApproximateReceiveCount: String(receives) };
  return { messageId: id, receiptHandle: id, body: text, attributes, eventSourceARN: 'arn:inbox' } as SQSRecord;
}
