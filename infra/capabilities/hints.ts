import { Duration } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { pascalCase, readableChannels } from '../deployment.ts';
import type { Base } from '../parts/base.ts';
import { QueueWithDlq } from '../parts/queue-with-dlq.ts';

export const readTimeout = Duration.seconds(30);

/** Hints that a case changed at its store: a queue for each source whose cases are read. */
export class Hints extends Construct {
  readonly queues: readonly QueueWithDlq[];
  /** JSON: queue URLs by source. */
  readonly urls: string;
  readonly arns: readonly string[];

  constructor(scope: Construct, id: string, { deployment, alarms }: Base) {
    super(scope, id);
    const sources = [...new Set(readableChannels(deployment).map(({ source }) => source))];
    const queues = sources.map((source) => {
      const queue = new QueueWithDlq(this, pascalCase(source), {
        deployment,
        alarms,
        name: `hints-${source}`,
        consumerTimeout: readTimeout,
        oldestMessage: Duration.seconds(deployment.merchant.alarms.oldestMessageSeconds),
      });
      return [source, queue] as const;
    });
    this.queues = queues.map(([, queue]) => queue);
    this.urls = JSON.stringify(Object.fromEntries(queues.map(([source, { queue }]) => [source, queue.queueUrl])));
    this.arns = this.queues.map(({ queue }) => queue.queueArn);
  }
}
