import { Duration } from 'aws-cdk-lib';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { deadLettersOf } from '#shared/runtime/queue-names.ts';
import { namedAlarmWords } from '#shared/words/alarm-words.ts';
import { type Deployment, physicalName } from '../deployment.ts';
import { acknowledge } from '../nag.ts';
import { type AlarmTopic, alarmPeriod } from './alarm-topic.ts';

export interface DeadLettersProps {
  readonly deployment: Deployment;
  readonly alarms: AlarmTopic;
  /** Of what these are the dead letters; the queue is named `backhaul-<merchant>-<name>-dlq`. */
  readonly name: string;
}

/** SQS takes up to 1 MiB; set where a default may be lower. */
export const maxMessageBytes = 1_048_576;

/** What could not be handled and waits for a person: kept as long as SQS can, and an alarm from the first one. */
export class DeadLetters extends Construct {
  readonly queue: Queue;
  /** Of the queue, or of the work, whose dead letters they are. */
  readonly of: string;

  constructor(scope: Construct, id: string, { deployment, alarms, name }: DeadLettersProps) {
    super(scope, id);
    this.of = name;
    this.queue = new Queue(this, 'Queue', {
      queueName: deadLettersOf(physicalName(deployment, name)),
      retentionPeriod: Duration.days(14),
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      maxMessageSizeBytes: maxMessageBytes,
    });
    alarms.watch(this, 'NotEmpty', {
      metric: this.queue.metricApproximateNumberOfMessagesVisible({ period: alarmPeriod, statistic: 'Maximum' }),
      threshold: 1,
      description: namedAlarmWords['dead-letters'](name),
    });
    acknowledge(this.queue, {
      'AwsSolutions-SQS3': 'It is itself where dead letters go.',
      'Serverless-SQSRedrivePolicy': 'It is itself where dead letters go.',
    });
  }
}
