import { Duration } from 'aws-cdk-lib';
import type { ITableV2, TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { FilterCriteria, FilterRule, StartingPosition } from 'aws-cdk-lib/aws-lambda';
import { DynamoEventSource, SqsDlq } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Construct } from 'constructs';
import { tableNames } from '#shared/runtime/table-names.ts';
import type { Texts } from '#shared/words/locale.ts';
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
  /** What a snapshot that was written must hold to be carried; each one, where absent. */
  readonly having?: string;
  /** What the dead letters are named for. */
  readonly name: string;
  /** What comes late where this falls behind, and what to do, for whoever is woken. */
  readonly whenBehind: Texts;
}

/** Carries written snapshots, and only those, from the table to a function. */
export class ChangeStream extends Construct {
  readonly tooOld: DeadLetters;

  constructor(scope: Construct, id: string, props: ChangeStreamProps) {
    super(scope, id);
    const { deployment, alarms, table, consumer, having, name, whenBehind } = props;
    this.tooOld = new DeadLetters(this, 'TooOld', { deployment, alarms, name });
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
            dynamodb: {
              Keys: { sk: { S: FilterRule.isEqual(tableNames.snapshot) } },
              ...(having && { NewImage: { [having]: { S: FilterRule.exists() } } }),
            },
          }),
        ],
      }),
    );
    alarms.watch(this, 'Behind', {
      metric: consumer.function.metric('IteratorAge', { period: alarmPeriod, statistic: 'Maximum' }),
      threshold: deployment.merchant.alarms.oldestMessageSeconds * 1000,
      description: whenBehind,
    });
    acknowledge(consumer, {
      'AwsSolutions-IAM5[Resource::*]':
        'dynamodb:ListStreams, which the stream mapping needs, takes no narrower resource.',
    });
  }
}
