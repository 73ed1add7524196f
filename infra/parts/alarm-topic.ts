import { Aws, Duration } from 'aws-cdk-lib';
import { Alarm, ComparisonOperator, type IMetric, Metric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Construct } from 'constructs';
import type { Texts } from '#shared/words/locale.ts';
import type { Deployment } from '../deployment.ts';
import { acknowledge } from '../nag.ts';

/** CloudFormation gives back any other as question marks: each later diff would show a change. */
const shown = 'en';

export interface Watch {
  /** A single metric; the emulator takes no metric math. */
  readonly metric: IMetric;
  /** The alarm rings when the metric is at least this. */
  readonly threshold: number;
  /** What is wrong, and what to do, for whoever is woken. */
  readonly description: Texts;
}

/** Where the merchant's alarms go, and the one way to make one. */
export class AlarmTopic extends Construct {
  readonly topic: Topic;

  constructor(scope: Construct, id: string, { merchant }: Deployment) {
    super(scope, id);
    this.topic = new Topic(this, 'Topic', { enforceSSL: true, displayName: `Backhaul ${merchant.merchant}` });
    // The topic's own policy (which refuses plain HTTP) replaces the default one, so CloudWatch needs a word of its own in it.
    this.topic.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
        actions: ['sns:Publish'],
        resources: [this.topic.topicArn],
        conditions: { StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID } },
      }),
    );
    for (const email of merchant.notify.email) {
      this.topic.addSubscription(new EmailSubscription(email));
    }
    acknowledge(this, {
      'Serverless-SNSRedrivePolicy':
        'A mail that cannot be delivered is no lost work: the alarm keeps its state in CloudWatch.',
    });
  }

  /** Rings after one period over the threshold; no data is no alarm. */
  watch(scope: Construct, id: string, { metric, threshold, description }: Watch): void {
    this.tell(
      new Alarm(scope, id, {
        metric,
        threshold,
        alarmDescription: description[shown],
        evaluationPeriods: 1,
        comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
        treatMissingData: TreatMissingData.NOT_BREACHING,
      }),
    );
  }

  /** Rings after two periods without what should always come. */
  watchForSilence(scope: Construct, id: string, { metric, description }: Omit<Watch, 'threshold'>): void {
    this.tell(
      new Alarm(scope, id, {
        metric,
        threshold: 1,
        alarmDescription: description[shown],
        evaluationPeriods: 2,
        comparisonOperator: ComparisonOperator.LESS_THAN_THRESHOLD,
        treatMissingData: TreatMissingData.BREACHING,
      }),
    );
  }

  private tell(alarm: Alarm): void {
    alarm.addAlarmAction(new SnsAction(this.topic));
  }
}

/** What the functions count themselves (shared/runtime/metrics.ts), of one merchant; by reason where they give one. */
export function countedMetric({ merchant }: Deployment, metricName: string, reason?: string): Metric {
  const dimensionsMap = { service: `backhaul-${merchant.merchant}`, ...(reason && { reason }) };
  return new Metric({ namespace: 'Backhaul', metricName, dimensionsMap, statistic: 'Sum', period: alarmPeriod });
}

/** The period of all alarms. */
export const alarmPeriod = Duration.minutes(5);
