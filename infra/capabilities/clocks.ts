import { Duration } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { tableNames } from '#shared/runtime/table-names.ts';
import { alarmWords } from '#shared/words/alarm-words.ts';
import { countedMetric } from '../parts/alarm-topic.ts';
import type { Base } from '../parts/base.ts';
import { DeadLetters } from '../parts/dead-letters.ts';
import { MinuteSchedule } from '../parts/minute-schedule.ts';
import type { QueueWithDlq } from '../parts/queue-with-dlq.ts';
import { ServiceFunction } from '../parts/service-function.ts';
import { DeadlineTimer } from '../state-machines/deadline-timer.ts';

export interface ClocksProps extends Base {
  readonly inbox: QueueWithDlq;
  readonly strikes: QueueWithDlq;
}

/** The clocks of deadlines: each minute the sweep starts those that strike before long, and strikes itself where one was silent. */
export class Clocks extends Construct {
  readonly deadlineTimer: DeadlineTimer;

  constructor(scope: Construct, id: string, props: ClocksProps) {
    super(scope, id);
    const { deployment, alarms, data, inbox, strikes } = props;
    this.deadlineTimer = new DeadlineTimer(this, 'DeadlineTimer', {
      deployment,
      alarms,
      records: data.records,
      inbox: inbox.queue,
      strikes: strikes.queue,
    });
    this.sweepThem(props);
    this.watchSweep(props);
  }

  private sweepThem({ deployment, alarms, data, inbox, strikes }: ClocksProps): void {
    const deadLetters = new DeadLetters(this, 'MissedSweeps', { deployment, alarms, name: 'sweep' });
    const deadlineTimerArn = this.deadlineTimer.stateMachine.stateMachineArn;
    const sweep = new ServiceFunction(this, 'SweepDeadlines', {
      deployment,
      alarms,
      folder: 'sweep-deadlines',
      description: 'Starts the clocks that strike before long, and strikes for those that were silent',
      timeout: Duration.seconds(50),
      environment: {
        tableName: data.records.table.tableName,
        inboxUrl: inbox.queue.queueUrl,
        strikesUrl: strikes.queue.queueUrl,
        deadlineTimerArn,
      },
      deadLetters: deadLetters.queue,
    });
    data.records.grant(sweep, { actions: ['dynamodb:GetItem'], indexes: [tableNames.indexes.due] });
    data.records.grant(sweep, { actions: ['dynamodb:PutItem'], partitions: tableNames.cursors });
    sweep.grant(['sqs:GetQueueAttributes'], [inbox.queue.queueArn]);
    sweep.grant(['sqs:SendMessage'], [strikes.queue.queueArn]);
    sweep.grant(['states:StartExecution'], [deadlineTimerArn]);
    new MinuteSchedule(this, 'SweepSchedule', { runs: sweep, deadLetters });
  }

  private watchSweep({ deployment, alarms }: ClocksProps): void {
    alarms.watch(this, 'SilentClocks', {
      metric: countedMetric(deployment, 'ClockFoundSilent'),
      threshold: 1,
      description: alarmWords['clock-silent'],
    });
    alarms.watchForSilence(this, 'SweepSilent', {
      metric: countedMetric(deployment, 'SweepDone'),
      description: alarmWords['sweep-silent'],
    });
    alarms.watch(this, 'SweepBehind', {
      metric: countedMetric(deployment, 'SweepBehind'),
      threshold: 4,
      description: alarmWords['sweep-behind'],
    });
  }
}
