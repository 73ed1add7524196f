import type { SQSRecord } from 'aws-lambda';
import type { Fault } from '#shared/fault/fault.ts';

/** A message that was received, and for how long nobody shall get it now. */
export interface Hidden {
  readonly record: SQSRecord;
  readonly seconds: number;
}

/** What a function does with messages that it is done with otherwise than by deleting them. */
export interface QueueControl {
  /** @throws where one of them could not be hidden; others may be. */
  hide(messages: readonly Hidden[]): Promise<void>;
  /** Puts a message among the dead letters of its queue, with its code and advice. @returns false where it could not be put there. */
  bury(record: SQSRecord, fault: Fault): Promise<boolean>;
}

const firstSeconds = 5;
const longestSeconds = 900;

/**
 * How long a message that failed is hidden: 5 seconds at first, then twice as long each time, 15 minutes at most; between half of that and
 * all of it, so that those that failed together do not come again together.
 */
export function backoffSeconds(receiveCount: number, random: () => number = Math.random): number {
  const whole = Math.min(longestSeconds, firstSeconds * 2 ** (receiveCount - 1));
  return Math.ceil(whole * (0.5 + random() / 2));
}
