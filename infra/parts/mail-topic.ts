import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Construct } from 'constructs';
import type { RobotSettings } from '#shared/merchant/notify.ts';
import type { Deployment } from '../deployment.ts';
import { acknowledge } from '../nag.ts';

/** A robot that writes mail: to whoever confirmed the mail that the subscription sends them. */
export class MailTopic extends Construct {
  readonly topic: Topic;
  readonly robotId: string;

  constructor(
    scope: Construct,
    id: string,
    { deployment, robot }: { readonly deployment: Deployment; readonly robot: RobotSettings },
  ) {
    super(scope, id);
    this.robotId = robot.id;
    const displayName = `Backhaul ${deployment.merchant.merchant}`;
    this.topic = new Topic(this, 'Topic', { enforceSSL: true, displayName });
    for (const email of robot.to ?? []) {
      this.topic.addSubscription(new EmailSubscription(email));
    }
    acknowledge(this, {
      'Serverless-SNSRedrivePolicy': 'What is told stands in the attention list, whether or not a mail arrives.',
    });
  }
}
