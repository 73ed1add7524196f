import type { Duration } from 'aws-cdk-lib';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import type { Deployment } from '../deployment.ts';
import { acknowledge } from '../nag.ts';
import { concurrencyOf } from '../what-emulator-differs.ts';
import type { QueueWithDlq } from './queue-with-dlq.ts';
import type { ServiceFunction } from './service-function.ts';

export interface ConsumeOptions {
  readonly deployment: Deployment;
  readonly batchSize: number;
  /** How long to gather a batch. */
  readonly window?: Duration;
  /** At most so many batches at once: what is behind the function must bear it, and a backlog must not take the account's concurrency from the door. */
  readonly maxConcurrency: number;
}

/**
 * Lets a function read a queue, and put what no retry mends among its dead letters; a message that it fails comes again by itself,
 * without its batch.
 */
export function consume(
  consumer: ServiceFunction,
  { queue, deadLetters }: QueueWithDlq,
  { deployment, batchSize, window, maxConcurrency }: ConsumeOptions,
): void {
  consumer.function.addEventSource(
    new SqsEventSource(queue, {
      batchSize,
      reportBatchItemFailures: true,
      maxConcurrency: concurrencyOf(deployment, maxConcurrency),
      ...(window && { maxBatchingWindow: window }),
    }),
  );
  consumer.grant(['sqs:SendMessage'], [deadLetters.queue.queueArn]);
  acknowledge(consumer, {
    'Serverless-LambdaEventSourceMappingDestination':
      'A queue mapping takes no destination: the queue itself moves what failed to its dead letters.',
  });
}
