import { Duration } from 'aws-cdk-lib';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { namedAlarmWords } from '#shared/words/alarm-words.ts';
import { type Deployment, physicalName } from '../deployment.ts';
import { type AlarmTopic, alarmPeriod } from './alarm-topic.ts';
import { DeadLetters, maxMessageBytes } from './dead-letters.ts';

export interface QueueWithDlqProps {
  readonly deployment: Deployment;
  readonly alarms: AlarmTopic;
  /** The queue is named `backhaul-<merchant>-<name>`. */
  readonly name: string;
  /** How long its consumer may take; a message is hidden for six times as long, as Lambda asks for. */
  readonly consumerTimeout: Duration;
  /** The age of the oldest message at which someone is told. */
  readonly oldestMessage: Duration;
  /** After so many receives a message is a dead letter; {@link ofOurOwn} where not given. */
  readonly maxReceiveCount?: number;
}

/**
 * For a queue that one of our functions reads. SQS counts each receive, tried or not, so this guards only against what kills the process:
 * what no retry mends is put among the dead letters by the function itself.
 */
const ofOurOwn = 100;

/** A queue that loses nothing: retries, dead letters, and alarms on both that exclude nothing. */
export class QueueWithDlq extends Construct {
  readonly queue: Queue;
  readonly deadLetters: DeadLetters;

  constructor(scope: Construct, id: string, props: QueueWithDlqProps) {
    super(scope, id);
    const { deployment, alarms, name, maxReceiveCount = ofOurOwn } = props;
    this.deadLetters = new DeadLetters(this, 'DeadLetters', { deployment, alarms, name });
    this.queue = new Queue(this, 'Queue', {
      queueName: physicalName(deployment, name),
      visibilityTimeout: Duration.seconds(6 * props.consumerTimeout.toSeconds()),
      retentionPeriod: Duration.days(14),
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      maxMessageSizeBytes: maxMessageBytes,
      deadLetterQueue: { queue: this.deadLetters.queue, maxReceiveCount },
    });
    alarms.watch(this, 'TooOld', {
      metric: this.queue.metricApproximateAgeOfOldestMessage({ period: alarmPeriod, statistic: 'Maximum' }),
      threshold: props.oldestMessage.toSeconds(),
      description: namedAlarmWords['message-too-old'](name),
    });
  }
}
