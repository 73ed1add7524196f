import { Duration } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { readChannels } from '#shared/merchant/asked.ts';
import { tableNames } from '#shared/runtime/table-names.ts';
import { namedAlarmWords } from '#shared/words/alarm-words.ts';
import type { Deployment } from '../deployment.ts';
import { countedMetric } from '../parts/alarm-topic.ts';
import type { Base } from '../parts/base.ts';
import { accessTokenName, secretArn, secretPrefix, signingSecretName } from '../parts/channel-secrets.ts';
import { DeadLetters } from '../parts/dead-letters.ts';
import { MinuteSchedule } from '../parts/minute-schedule.ts';
import { consume } from '../parts/queue-consumer.ts';
import type { QueueWithDlq } from '../parts/queue-with-dlq.ts';
import { ServiceFunction } from '../parts/service-function.ts';
import { type Hints, readTimeout } from './hints.ts';

export interface ReadingProps extends Base {
  readonly inbox: QueueWithDlq;
  readonly hints: Hints;
}

/**
 * Reads cases at stores whose webhooks only hint that something changed; hints gather for a moment, so that one read answers several.
 * And lists, now and then, what changed there, for webhooks that never came.
 */
export class Reading extends Construct {
  constructor(scope: Construct, id: string, props: ReadingProps) {
    super(scope, id);
    if (readChannels(props.deployment.merchant).length > 0) {
      this.readCases(props);
      this.listChanges(props);
    }
  }

  private readCases({ deployment, alarms, data, inbox, hints }: ReadingProps): void {
    const read = new ServiceFunction(this, 'ReadStore', {
      deployment,
      alarms,
      folder: 'read-store',
      description: 'Reads at the store what a webhook only hinted at',
      timeout: readTimeout,
      environment: {
        inboxUrl: inbox.queue.queueUrl,
        hintQueues: hints.urls,
        secretPrefix: secretPrefix(deployment),
        bodiesBucket: data.bodies.bucket.bucketName,
      },
      vpc: data.egress?.vpc,
    });
    for (const { queue, reading } of hints.queues) {
      // Stores answer some ten calls a second; more at once would only be told to wait.
      const maxConcurrency = reading.readsAtOnce;
      consume(read, queue, { deployment, batchSize: 10, window: Duration.seconds(1), maxConcurrency });
    }
    read.grant(['sqs:SendMessage'], [inbox.queue.queueArn, ...hints.arns]);
    read.grant(['secretsmanager:GetSecretValue'], credentialArns(this, deployment));
    data.bodies.grantPut(read);
  }

  private listChanges({ deployment, alarms, data, inbox, hints }: ReadingProps): void {
    const deadLetters = new DeadLetters(this, 'MissedListings', { deployment, alarms, name: 'reconcile' });
    const reconcile = new ServiceFunction(this, 'ReconcileStores', {
      deployment,
      alarms,
      folder: 'reconcile-stores',
      description: 'Lists what changed at stores, for webhooks that never came',
      timeout: Duration.minutes(4),
      environment: {
        tableName: data.records.table.tableName,
        inboxUrl: inbox.queue.queueUrl,
        hintQueues: hints.urls,
        secretPrefix: secretPrefix(deployment),
      },
      deadLetters: deadLetters.queue,
      vpc: data.egress?.vpc,
    });
    data.records.grant(reconcile, { actions: ['dynamodb:GetItem'] });
    data.records.grant(reconcile, { actions: ['dynamodb:PutItem'], partitions: tableNames.cursors });
    reconcile.grant(['sqs:GetQueueAttributes'], [inbox.queue.queueArn]);
    reconcile.grant(['sqs:SendMessage'], [inbox.queue.queueArn, ...hints.arns]);
    reconcile.grant(['secretsmanager:GetSecretValue'], credentialArns(this, deployment));
    this.watchListing(deployment, alarms);
    new MinuteSchedule(this, 'ReconcileSchedule', {
      runs: reconcile,
      deadLetters,
      minutes: deployment.merchant.reconcile.everyMinutes,
    });
  }

  private watchListing(deployment: Deployment, alarms: ReadingProps['alarms']): void {
    for (const source of new Set(readChannels(deployment.merchant).map(({ channel }) => channel.source))) {
      alarms.watch(this, `HookSilent${source}`, {
        metric: countedMetric(deployment, 'HookSilent', source),
        threshold: 1,
        description: namedAlarmWords['hook-silent'](source),
      });
      alarms.watch(this, `ShopBusy${source}`, {
        metric: countedMetric(deployment, 'ShopBusy', source),
        threshold: 1,
        description: namedAlarmWords['shop-busy'](source),
      });
    }
  }
}

/** Access tokens, and the secrets of those apps that sign their calls with them. */
function credentialArns(scope: Construct, deployment: Deployment): string[] {
  const channels = readChannels(deployment.merchant);
  const signing = channels.filter(({ reading }) => reading.signsCalls);
  const names = [
    ...channels.map(({ channel }) => accessTokenName(deployment, channel)),
    ...signing.map(({ channel }) => signingSecretName(deployment, channel)),
  ];
  return names.map((name) => secretArn(scope, name));
}
