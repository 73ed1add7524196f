import { Aws, Stack } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { DefinitionBody, LogLevel, StateMachine, StateMachineType } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import { type AlarmTopic, alarmPeriod } from '../constructs/alarm-topic.ts';
import type { RecordsTable } from '../constructs/records-table.ts';
import { type Deployment, physicalName, removalPolicyOf } from '../deployment.ts';
import { acknowledge } from '../nag.ts';
import { deadlineTimerDefinition } from './deadline-timer-definition.ts';

export interface DeadlineTimerProps {
  readonly deployment: Deployment;
  readonly alarms: AlarmTopic;
  readonly records: RecordsTable;
  readonly inbox: IQueue;
}

/** The clock of all kinds of deadline: one execution per deadline, named by its id. The sweep is behind it. */
export class DeadlineTimer extends Construct {
  readonly stateMachine: StateMachine;

  constructor(scope: Construct, id: string, { deployment, alarms, records, inbox }: DeadlineTimerProps) {
    super(scope, id);
    const targets = { partition: Aws.PARTITION, tableName: records.table.tableName, inboxUrl: inbox.queueUrl };
    this.stateMachine = new StateMachine(this, 'StateMachine', {
      stateMachineName: physicalName(deployment, 'deadline-timer'),
      stateMachineType: StateMachineType.STANDARD,
      definitionBody: DefinitionBody.fromString(Stack.of(this).toJsonString(deadlineTimerDefinition(targets))),
      logs: {
        destination: new LogGroup(this, 'Logs', {
          retention: deployment.merchant.retention.logDays,
          removalPolicy: removalPolicyOf(deployment),
        }),
        level: LogLevel.FATAL,
        includeExecutionData: true,
      },
    });
    this.stateMachine.addToRolePolicy(
      new PolicyStatement({ actions: ['dynamodb:GetItem'], resources: [records.table.tableArn] }),
    );
    this.stateMachine.addToRolePolicy(
      new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [inbox.queueArn] }),
    );
    const stopped = {
      Failed: this.stateMachine.metricFailed({ period: alarmPeriod }),
      TimedOut: this.stateMachine.metricTimedOut({ period: alarmPeriod }),
      Aborted: this.stateMachine.metricAborted({ period: alarmPeriod }),
    };
    for (const [how, metric] of Object.entries(stopped)) {
      alarms.watch(this, how, {
        metric,
        threshold: 1,
        description:
          'The clock of a deadline stopped before its time. The sweep tells what is due; reminders and escalations of this one are lost until it is redriven.',
      });
    }
    acknowledge(this.stateMachine, {
      'AwsSolutions-SF1':
        'A clock that ends because its deadline was met ends through a caught error: only what fails an execution is logged.',
      'AwsSolutions-SF2': 'An execution waits for days and makes at most a few calls; a trace of it tells nothing.',
      'Serverless-StepFunctionStateMachineXray':
        'An execution waits for days and makes at most a few calls; a trace of it tells nothing.',
      'AwsSolutions-IAM5[Resource::*]': 'Log delivery by Step Functions takes no narrower resource.',
    });
  }
}
