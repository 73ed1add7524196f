import type { RunReport } from './line.ts';

export interface QueueMessage {
  readonly messageId: string;
  readonly body: string;
  /** How often the queue handed this message out, this time included. */
  readonly receiveCount: number;
}

/** What came of one job. */
export interface Done extends RunReport {
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
  /** What is left to do once for the whole batch. Nothing waits for it longer than a moment, and no message fails by it. */
  readonly after?: () => Promise<void>;
}
