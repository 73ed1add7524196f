import { Duration } from 'aws-cdk-lib';
import { SqsQueue } from 'aws-cdk-lib/aws-events-targets';
import type { QueueWithDlq } from './queue-with-dlq.ts';

/** A rule's way into a queue: tried for a day, and then among the queue's own dead letters. */
export function queueTarget({ queue, deadLetters }: QueueWithDlq): SqsQueue {
  return new SqsQueue(queue, {
    deadLetterQueue: deadLetters.queue,
    maxEventAge: Duration.hours(24),
    retryAttempts: 185,
  });
}
