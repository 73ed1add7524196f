import { Aws, Stack } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { DefinitionBody, LogLevel, StateMachine, StateMachineType } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import { alarmWords } from '#shared/words/alarm-words.ts';
import { type Deployment, physicalName, removalPolicyOf } from '../deployment.ts';
import { acknowledge } from '../nag.ts';
import { type AlarmTopic, alarmPeriod } from '../parts/alarm-topic.ts';
import type { RecordsTable } from '../parts/records-table.ts';
import { deadlineTimerDefinition } from './deadline-timer-definition.ts';

export interface DeadlineTimerProps {
  readonly deployment: Deployment;
  readonly alarms: AlarmTopic;
  readonly records: RecordsTable;
  readonly inbox: IQueue;
  readonly strikes: IQueue;
}

/** The clock of what strikes far ahead: one execution a strike, which the sweep starts within the hour before. */
export class DeadlineTimer extends Construct {
  readonly stateMachine: StateMachine;

  constructor(scope: Construct, id: string, { deployment, alarms, records, inbox, strikes }: DeadlineTimerProps) {
    super(scope, id);
    const targets = { partition: Aws.PARTITION, tableName: records.table.tableName, strikesUrl: strikes.queueUrl };
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
    // The clocks that earlier releases started strike into the inbox until they end.
    this.stateMachine.addToRolePolicy(
      new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [strikes.queueArn, inbox.queueArn] }),
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
        description: alarmWords['clock-stopped'],
      });
    }
    acknowledge(this.stateMachine, {
      'AwsSolutions-SF1':
        'A clock that ends because its deadline was met ends through a caught error: only what fails an execution is logged.',
      'AwsSolutions-SF2': 'An execution waits for an hour and makes two calls; a trace of it tells nothing.',
      'Serverless-StepFunctionStateMachineXray':
        'An execution waits for an hour and makes two calls; a trace of it tells nothing.',
      'AwsSolutions-IAM5[Resource::*]': 'Log delivery by Step Functions takes no narrower resource.',
    });
  }
}
