import { Duration } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { tableNames } from '#shared/runtime/table-names.ts';
import { alarmWords, namedAlarmWords } from '#shared/words/alarm-words.ts';
import { pascalCase } from '../deployment.ts';
import { countedMetric } from '../parts/alarm-topic.ts';
import type { Base } from '../parts/base.ts';
import { secretArn, secretPrefix } from '../parts/channel-secrets.ts';
import { DeadLetters } from '../parts/dead-letters.ts';
import { MailTopic } from '../parts/mail-topic.ts';
import { MinuteSchedule } from '../parts/minute-schedule.ts';
import { mailRobots, postedRobots, robotSecretName } from '../parts/robot-names.ts';
import { ServiceFunction } from '../parts/service-function.ts';

/** So often in five minutes a robot did not take what it was to tell. */
const failuresThatRing = 3;

/** Tells people what cannot wait, each minute; for a merchant that has a robot. */
export class Notifying extends Construct {
  constructor(scope: Construct, id: string, props: Base) {
    super(scope, id);
    const { merchant } = props.deployment;
    if (merchant.notify.robots.length === 0) {
      return;
    }
    const topics = mailRobots(props.deployment).map(
      (robot) =>
        [
          robot.id,
          new MailTopic(this, `Mail${pascalCase(robot.id)}`, { deployment: props.deployment, robot }).topic,
        ] as const,
    );
    this.tell(
      props,
      topics.map(([robot, { topicArn }]) => [robot, topicArn] as const),
    );
    this.watch(props);
  }

  private tell({ deployment, alarms, data }: Base, topics: readonly (readonly [robot: string, arn: string])[]): void {
    const deadLetters = new DeadLetters(this, 'MissedRuns', { deployment, alarms, name: 'notify' });
    const notify = new ServiceFunction(this, 'Notify', {
      deployment,
      alarms,
      folder: 'notify',
      description: 'Tells people what they have to do and what cannot wait',
      timeout: Duration.seconds(50),
      environment: {
        tableName: data.records.table.tableName,
        secretPrefix: secretPrefix(deployment),
        mailTopics: JSON.stringify(Object.fromEntries(topics)),
      },
      deadLetters: deadLetters.queue,
      vpc: data.egress?.vpc,
    });
    data.records.grant(notify, { actions: ['dynamodb:GetItem'], indexes: [tableNames.indexes.lists] });
    data.records.grant(notify, { actions: ['dynamodb:PutItem'], partitions: tableNames.notified });
    const secrets = postedRobots(deployment).map((robot) => secretArn(this, robotSecretName(deployment, robot)));
    if (secrets.length > 0) {
      notify.grant(['secretsmanager:GetSecretValue'], secrets);
    }
    if (topics.length > 0) {
      notify.grant(
        ['sns:Publish'],
        topics.map(([, arn]) => arn),
      );
    }
    new MinuteSchedule(this, 'Schedule', { runs: notify, deadLetters });
  }

  private watch({ deployment, alarms }: Base): void {
    alarms.watchForSilence(this, 'NotifySilent', {
      metric: countedMetric(deployment, 'NotifyDone'),
      description: alarmWords['notify-silent'],
    });
    for (const { id } of deployment.merchant.notify.robots) {
      alarms.watch(this, `${pascalCase(id)}Failing`, {
        metric: countedMetric(deployment, 'RobotFailed', id),
        threshold: failuresThatRing,
        description: namedAlarmWords['robot-failing'](id),
      });
    }
  }
}
