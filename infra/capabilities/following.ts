import { Duration } from 'aws-cdk-lib';
import { Rule } from 'aws-cdk-lib/aws-events';
import { Construct } from 'constructs';
import { followedChannels } from '#shared/merchant/asked.ts';
import { returnsEvents } from '../event-pattern.ts';
import type { Base } from '../parts/base.ts';
import { accessTokenName, secretArn, secretPrefix, signingSecretName } from '../parts/channel-secrets.ts';
import { consume } from '../parts/queue-consumer.ts';
import { queueTarget } from '../parts/queue-target.ts';
import { QueueWithDlq } from '../parts/queue-with-dlq.ts';
import { ServiceFunction } from '../parts/service-function.ts';

export interface FollowingProps extends Base {
  readonly inbox: QueueWithDlq;
}

const followTimeout = Duration.seconds(30);

/** Subscribes each known number at the carrier feed, for a merchant that has one. */
export class Following extends Construct {
  constructor(scope: Construct, id: string, { deployment, alarms, data, inbox }: FollowingProps) {
    super(scope, id);
    const channels = followedChannels(deployment.merchant);
    if (channels.length === 0) {
      return;
    }
    const follows = new QueueWithDlq(this, 'Follows', {
      deployment,
      alarms,
      name: 'follows',
      consumerTimeout: followTimeout,
      // After a feed gave a number up, its next subscription waits for half an hour.
      oldestMessage: Duration.hours(2),
    });
    new Rule(this, 'Rule', {
      description: 'Numbers to be followed at the carrier feed',
      eventBus: data.events.bus,
      eventPattern: returnsEvents(['Parcel Follow Requested']),
      targets: [queueTarget(follows)],
    });
    const follow = new ServiceFunction(this, 'FollowParcel', {
      deployment,
      alarms,
      folder: 'follow-parcel',
      description: 'Subscribes numbers at the carrier feed',
      timeout: followTimeout,
      environment: {
        inboxUrl: inbox.queue.queueUrl,
        bodiesBucket: data.bodies.bucket.bucketName,
        followsUrl: follows.queue.queueUrl,
        secretPrefix: secretPrefix(deployment),
        webhooksUrl: `${data.api.url}/webhooks`,
      },
      vpc: data.egress?.vpc,
    });
    // A number is asked for once in its life; a feed that is asked by more at once answers no sooner.
    consume(follow, follows, { deployment, batchSize: 10, maxConcurrency: 2 });
    follow.grant(['sqs:SendMessage'], [inbox.queue.queueArn, follows.queue.queueArn]);
    follow.grant(
      ['secretsmanager:GetSecretValue'],
      channels
        .flatMap(({ channel }) => [accessTokenName(deployment, channel), signingSecretName(deployment, channel)])
        .map((name) => secretArn(this, name)),
    );
    data.bodies.grantPut(follow);
  }
}
