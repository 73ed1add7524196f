import { Duration } from 'aws-cdk-lib';
import { Rule } from 'aws-cdk-lib/aws-events';
import { Construct } from 'constructs';
import { tableNames } from '#shared/runtime/table-names.ts';
import { returnsEvents } from '../event-pattern.ts';
import { DeadlineTimer } from '../timers/deadline-timer.ts';
import { countedMetric } from './alarm-topic.ts';
import type { Base } from './base.ts';
import { DeadLetters } from './dead-letters.ts';
import { MinuteSchedule } from './minute-schedule.ts';
import { consume } from './queue-consumer.ts';
import { queueTarget } from './queue-target.ts';
import { QueueWithDlq } from './queue-with-dlq.ts';
import { ServiceFunction } from './service-function.ts';

export interface TimersProps extends Base {
  readonly inbox: QueueWithDlq;
}

const startTimeout = Duration.seconds(20);

/** The clocks of deadlines: started by what the bus tells, and swept every minute for those that were lost. */
export class Timers extends Construct {
  readonly deadlineTimer: DeadlineTimer;

  constructor(scope: Construct, id: string, props: TimersProps) {
    super(scope, id);
    const { deployment, alarms, data, inbox } = props;
    this.deadlineTimer = new DeadlineTimer(this, 'DeadlineTimer', {
      deployment,
      alarms,
      records: data.records,
      inbox: inbox.queue,
    });
    this.startThem(props);
    this.sweepThem(props);
  }

  private startThem({ deployment, alarms, data, inbox }: TimersProps): void {
    const oldestMessage = Duration.seconds(deployment.merchant.alarms.oldestMessageSeconds);
    const opened = new QueueWithDlq(this, 'OpenedDeadlines', {
      deployment,
      alarms,
      name: 'opened-deadlines',
      consumerTimeout: startTimeout,
      oldestMessage,
    });
    new Rule(this, 'DeadlineRule', {
      description: 'Deadlines that need a clock',
      eventBus: data.events.bus,
      eventPattern: returnsEvents(['Deadline Opened', 'Deadline Moved']),
      targets: [queueTarget(opened)],
    });
    const start = new ServiceFunction(this, 'StartTimers', {
      deployment,
      alarms,
      folder: 'start-timers',
      description: 'Starts the clock of each deadline',
      timeout: startTimeout,
      environment: {
        deadlineTimerArn: this.deadlineTimer.stateMachine.stateMachineArn,
        inboxUrl: inbox.queue.queueUrl,
      },
    });
    consume(start, opened, { deployment, batchSize: 10, maxConcurrency: 2 });
    start.grant(['states:StartExecution'], [this.deadlineTimer.stateMachine.stateMachineArn]);
  }

  private sweepThem({ deployment, alarms, data, inbox }: TimersProps): void {
    const deadLetters = new DeadLetters(this, 'MissedSweeps', { deployment, alarms, name: 'sweep' });
    const sweep = new ServiceFunction(this, 'SweepDeadlines', {
      deployment,
      alarms,
      folder: 'sweep-deadlines',
      description: 'Ticks for deadlines whose clock was lost',
      timeout: Duration.seconds(50),
      environment: {
        tableName: data.records.table.tableName,
        inboxUrl: inbox.queue.queueUrl,
      },
      deadLetters: deadLetters.queue,
    });
    data.records.grant(sweep, { actions: ['dynamodb:GetItem'], indexes: [tableNames.indexes.due] });
    sweep.grant(['sqs:SendMessage'], [inbox.queue.queueArn]);
    alarms.watch(this, 'SilentClocks', {
      metric: countedMetric(deployment, 'ClockFoundSilent'),
      threshold: 1,
      description: 'A deadline was due and its clock did not say so; the sweep did. Look for executions that failed.',
    });
    new MinuteSchedule(this, 'SweepSchedule', { runs: sweep, deadLetters });
  }
}
