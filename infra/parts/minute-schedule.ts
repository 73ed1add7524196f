import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { CfnSchedule } from 'aws-cdk-lib/aws-scheduler';
import { Construct } from 'constructs';
import type { DeadLetters } from './dead-letters.ts';
import type { ServiceFunction } from './service-function.ts';

export interface MinuteScheduleProps {
  readonly runs: ServiceFunction;
  readonly deadLetters: DeadLetters;
  /** One run in so many minutes; each minute when absent. */
  readonly minutes?: number;
}

/** Runs a function every minute, or every few. A run that cannot be started within five minutes is a dead letter; the next one does its work too. */
export class MinuteSchedule extends Construct {
  constructor(scope: Construct, id: string, { runs, deadLetters, minutes = 1 }: MinuteScheduleProps) {
    super(scope, id);
    const role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('scheduler.amazonaws.com') });
    role.addToPolicy(
      new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [runs.function.functionArn] }),
    );
    role.addToPolicy(new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [deadLetters.queue.queueArn] }));
    const schedule = new CfnSchedule(this, 'Schedule', {
      scheduleExpression: minutes === 1 ? 'rate(1 minute)' : `rate(${minutes} minutes)`,
      flexibleTimeWindow: { mode: 'OFF' },
      target: {
        arn: runs.function.functionArn,
        roleArn: role.roleArn,
        deadLetterConfig: { arn: deadLetters.queue.queueArn },
        retryPolicy: { maximumEventAgeInSeconds: 300, maximumRetryAttempts: 2 },
      },
    });
    schedule.node.addDependency(role);
  }
}
