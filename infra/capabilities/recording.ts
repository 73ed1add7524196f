import { Duration } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { alarmWords } from '#shared/words/alarm-words.ts';
import { countedMetric } from '../parts/alarm-topic.ts';
import type { Base } from '../parts/base.ts';
import { consume } from '../parts/queue-consumer.ts';
import { QueueWithDlq } from '../parts/queue-with-dlq.ts';
import { ServiceFunction } from '../parts/service-function.ts';
import { Hints } from './hints.ts';

const recordTimeout = Duration.seconds(20);

/** Strikes wait in their queue until their time, at most as long as is near; one that is older is late. */
const oldestStrike = Duration.hours(2);

/** The inbox and the one writer of records behind it; and the hints that it gives to whoever reads stores. */
export class Recording extends Construct {
  readonly inbox: QueueWithDlq;
  /** Beside the inbox, since what waits there on purpose must not look like what waits in vain. */
  readonly strikes: QueueWithDlq;
  /** One for each source whose cases are read, so that a store that is down holds up no other's. */
  readonly hints: Hints;

  constructor(scope: Construct, id: string, base: Base) {
    super(scope, id);
    const { deployment, alarms } = base;
    this.inbox = new QueueWithDlq(this, 'Inbox', {
      deployment,
      alarms,
      name: 'inbox',
      consumerTimeout: recordTimeout,
      oldestMessage: Duration.seconds(deployment.merchant.alarms.oldestMessageSeconds),
    });
    this.strikes = new QueueWithDlq(this, 'Strikes', {
      deployment,
      alarms,
      name: 'strikes',
      consumerTimeout: recordTimeout,
      oldestMessage: oldestStrike,
    });
    this.hints = new Hints(this, 'Hints', base);
    this.addRecorder(base);
  }

  private addRecorder(base: Base): void {
    const { deployment, alarms, data } = base;
    const record = new ServiceFunction(this, 'RecordObservations', {
      deployment,
      alarms,
      folder: 'record-observations',
      description: 'Turns deliveries, strikes and acts into records',
      timeout: recordTimeout,
      memoryMb: 1024,
      environment: {
        tableName: data.records.table.tableName,
        inboxUrl: this.inbox.queue.queueUrl,
        hintQueues: this.hints.urls,
        bodiesBucket: data.bodies.bucket.bucketName,
      },
    });
    alarms.watch(this, 'PolicyNotValid', {
      metric: countedMetric(deployment, 'PolicyNotValid'),
      threshold: 1,
      description: alarmWords['policy-not-valid'],
    });
    // Ten workers at some ten messages a second each: a hundred times what a large merchant's returns need, and few enough to share records.
    consume(record, this.inbox, { deployment, batchSize: 10, maxConcurrency: 10 });
    // Half of them: strikes come together where many returns were received together, and two minutes later the sweep would call them late.
    consume(record, this.strikes, { deployment, batchSize: 10, maxConcurrency: 5 });
    alarms.watch(this, 'TriedOften', {
      metric: countedMetric(deployment, 'MessageTriedOften'),
      threshold: 1,
      description: alarmWords['tried-often'],
    });
    this.watchUnderstanding(base);
    data.records.grant(record, {
      actions: ['dynamodb:GetItem', 'dynamodb:Query', 'dynamodb:PutItem', 'dynamodb:UpdateItem', 'dynamodb:DeleteItem'],
    });
    data.bodies.grantGet(record);
    data.bodies.grantPut(record);
    record.grant(['sqs:GetQueueAttributes'], [this.inbox.queue.queueArn]);
    record.grant(['sqs:SendMessage'], [this.inbox.queue.queueArn, ...this.hints.arns]);
  }

  /** By itself nothing comes of such a delivery any more: the first one rings. */
  private watchUnderstanding({ deployment, alarms }: Base): void {
    alarms.watch(this, 'NotUnderstood', {
      metric: countedMetric(deployment, 'MessageRecorded', 'not-understood'),
      threshold: 1,
      description: alarmWords['not-understood'],
    });
    alarms.watch(this, 'UnderstoodInPart', {
      metric: countedMetric(deployment, 'MessageRecorded', 'in-part'),
      threshold: 1,
      description: alarmWords['in-part'],
    });
  }
}
