import { Duration } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { readChannels } from '#shared/merchant/asked.ts';
import type { AboutReading } from '#shared/sources/about.ts';
import { pascalCase } from '../deployment.ts';
import type { Base } from '../parts/base.ts';
import { QueueWithDlq } from '../parts/queue-with-dlq.ts';

export const readTimeout = Duration.seconds(30);

/** A source's own. */
interface HintQueue {
  readonly source: string;
  readonly reading: AboutReading;
  readonly queue: QueueWithDlq;
}

/** Hints that a case changed at its store: a queue for each source whose cases are read. */
export class Hints extends Construct {
  readonly queues: readonly HintQueue[];
  /** JSON: queue URLs by source. */
  readonly urls: string;
  readonly arns: readonly string[];

  constructor(scope: Construct, id: string, { deployment, alarms }: Base) {
    super(scope, id);
    const sources = new Map(readChannels(deployment.merchant).map(({ channel, reading }) => [channel.source, reading]));
    this.queues = [...sources].map(([source, reading]) => ({
      source,
      reading,
      queue: new QueueWithDlq(this, pascalCase(source), {
        deployment,
        alarms,
        name: `hints-${source}`,
        consumerTimeout: readTimeout,
        oldestMessage: Duration.seconds(deployment.merchant.alarms.oldestMessageSeconds),
      }),
    }));
    this.urls = JSON.stringify(
      Object.fromEntries(this.queues.map(({ source, queue }) => [source, queue.queue.queueUrl])),
    );
    this.arns = this.queues.map(({ queue }) => queue.queue.queueArn);
  }
}
