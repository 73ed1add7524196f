import { Duration } from 'aws-cdk-lib';
import type { ITableV2, TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { FilterCriteria, FilterRule, StartingPosition } from 'aws-cdk-lib/aws-lambda';
import { DynamoEventSource, SqsDlq } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Construct } from 'constructs';
import type { Deployment } from '../deployment.ts';
import { acknowledge } from '../nag.ts';
import { type AlarmTopic, alarmPeriod } from './alarm-topic.ts';
import { DeadLetters } from './dead-letters.ts';
import type { ServiceFunction } from './service-function.ts';

export interface ChangeStreamProps {
  readonly deployment: Deployment;
  readonly alarms: AlarmTopic;
  readonly table: TableV2;
  readonly consumer: ServiceFunction;
}

/** Carries written snapshots, and only those, from the table to the function that publishes what they tell. */
export class ChangeStream extends Construct {
  readonly tooOld: DeadLetters;

  constructor(scope: Construct, id: string, { deployment, alarms, table, consumer }: ChangeStreamProps) {
    super(scope, id);
    this.tooOld = new DeadLetters(this, 'TooOld', { deployment, alarms, name: 'change-stream' });
    consumer.function.addEventSource(
      // The CDK's classes miss their own interfaces under exactOptionalPropertyTypes; hence the `as`.
      new DynamoEventSource(table as ITableV2, {
        startingPosition: StartingPosition.TRIM_HORIZON,
        batchSize: 100,
        bisectBatchOnError: true,
        maxRecordAge: Duration.hours(12),
        retryAttempts: -1,
        parallelizationFactor: 4,
        onFailure: new SqsDlq(this.tooOld.queue),
        filters: [
          FilterCriteria.filter({
            eventName: FilterRule.or('INSERT', 'MODIFY'),
            dynamodb: { Keys: { sk: { S: FilterRule.isEqual('SNAPSHOT') } } },
          }),
        ],
      }),
    );
    alarms.watch(this, 'Behind', {
      metric: consumer.function.metric('IteratorAge', { period: alarmPeriod, statistic: 'Maximum' }),
      threshold: deployment.merchant.alarms.oldestMessageSeconds * 1000,
      description:
        'Changes are published late: the bus refuses them, or the function fails. After 12 hours they must be republished by hand.',
    });
    acknowledge(consumer, {
      'AwsSolutions-IAM5[Resource::*]':
        'dynamodb:ListStreams, which the stream mapping needs, takes no narrower resource.',
    });
  }
}
