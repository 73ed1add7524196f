import { Duration } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { Base } from './base.ts';
import { accessTokenName, secretArn, secretPrefix } from './channel-secrets.ts';
import { consume } from './queue-consumer.ts';
import type { QueueWithDlq } from './queue-with-dlq.ts';
import { readTimeout } from './recording.ts';
import { ServiceFunction } from './service-function.ts';

export interface ReadingProps extends Base {
  readonly inbox: QueueWithDlq;
  readonly hints: QueueWithDlq;
}

/** Reads cases at stores whose webhooks only hint that something changed. Hints gather for a moment, so that one read answers several. */
export class Reading extends Construct {
  constructor(scope: Construct, id: string, { deployment, alarms, data, inbox, hints }: ReadingProps) {
    super(scope, id);
    const readable = deployment.merchant.channels.filter(({ api }) => api !== undefined);
    if (readable.length === 0) {
      return;
    }
    const read = new ServiceFunction(this, 'ReadStore', {
      deployment,
      alarms,
      folder: 'read-store',
      description: 'Reads at the store what a webhook only hinted at',
      timeout: readTimeout,
      environment: {
        inboxUrl: inbox.queue.queueUrl,
        hintsUrl: hints.queue.queueUrl,
        secretPrefix: secretPrefix(deployment),
        bodiesBucket: data.bodies.bucket.bucketName,
      },
      vpc: data.egress?.vpc,
    });
    consume(read, hints, { batchSize: 10, window: Duration.seconds(1), maxConcurrency: 10 });
    read.grant(['sqs:SendMessage'], [inbox.queue.queueArn, hints.queue.queueArn]);
    read.grant(
      ['secretsmanager:GetSecretValue'],
      readable.map((channel) => secretArn(this, accessTokenName(deployment, channel))),
    );
    data.bodies.grantPut(read);
  }
}
