import type { Duration } from 'aws-cdk-lib';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import { acknowledge } from '../nag.ts';
import type { QueueWithDlq } from './queue-with-dlq.ts';
import type { ServiceFunction } from './service-function.ts';

export interface ConsumeOptions {
  readonly batchSize: number;
  /** How long to gather a batch. */
  readonly window?: Duration;
  /** At most so many at once. */
  readonly maxConcurrency?: number;
}

/** Lets a function read a queue; a message that it fails comes again by itself, without its batch. */
export function consume(
  consumer: ServiceFunction,
  { queue }: QueueWithDlq,
  { batchSize, window, maxConcurrency }: ConsumeOptions,
): void {
  consumer.function.addEventSource(
    new SqsEventSource(queue, {
      batchSize,
      reportBatchItemFailures: true,
      ...(window && { maxBatchingWindow: window }),
      ...(maxConcurrency && { maxConcurrency }),
    }),
  );
  acknowledge(consumer, {
    'Serverless-LambdaEventSourceMappingDestination':
      'A queue mapping takes no destination: the queue itself moves what failed to its dead letters.',
  });
}
