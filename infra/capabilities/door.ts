import { Duration } from 'aws-cdk-lib';
import { HttpMethod, HttpRoute, HttpRouteKey } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { Construct } from 'constructs';
import { tableNames } from '#shared/runtime/table-names.ts';
import { alarmWords } from '#shared/words/alarm-words.ts';
import { acknowledge } from '../nag.ts';
import { countedMetric } from '../parts/alarm-topic.ts';
import type { Base } from '../parts/base.ts';
import { secretArn, secretPrefix, signingSecretName } from '../parts/channel-secrets.ts';
import { routesOf } from '../parts/operation-routes.ts';
import type { QueueWithDlq } from '../parts/queue-with-dlq.ts';
import { ServiceFunction } from '../parts/service-function.ts';

export interface DoorProps extends Base {
  readonly inbox: QueueWithDlq;
}

/** The two ways in: webhooks, which each sender signs, and people, who bring a token. */
export class Door extends Construct {
  /** What people ask. */
  readonly serve: ServiceFunction;

  constructor(scope: Construct, id: string, props: DoorProps) {
    super(scope, id);
    this.letWebhooksIn(props);
    this.serve = this.letPeopleIn(props);
  }

  private letWebhooksIn({ deployment, alarms, data, inbox }: DoorProps): void {
    const receive = new ServiceFunction(this, 'ReceiveWebhook', {
      deployment,
      alarms,
      folder: 'receive-webhook',
      description: 'Verifies webhooks and puts them into the inbox',
      timeout: Duration.seconds(10),
      memoryMb: 1024,
      environment: {
        inboxUrl: inbox.queue.queueUrl,
        bodiesBucket: data.bodies.bucket.bucketName,
        secretPrefix: secretPrefix(deployment),
      },
    });
    alarms.watch(this, 'SecretMalformed', {
      metric: countedMetric(deployment, 'WebhookUnavailable', 'secret-malformed'),
      threshold: 1,
      description: alarmWords['secret-malformed'],
    });
    receive.grant(['sqs:SendMessage'], [inbox.queue.queueArn]);
    receive.grant(
      ['secretsmanager:GetSecretValue'],
      deployment.merchant.channels.map((channel) => secretArn(this, signingSecretName(deployment, channel))),
    );
    data.bodies.grantPut(receive);
    const route = new HttpRoute(this, 'WebhookRoute', {
      httpApi: data.api.api,
      routeKey: HttpRouteKey.with('/webhooks/{source}/{channel}', HttpMethod.ANY),
      integration: new HttpLambdaIntegration('Integration', receive.function),
    });
    acknowledge(route, {
      'AwsSolutions-APIG4':
        'Senders hold no token: each signs its bytes, and the function verifies them before anything else.',
    });
  }

  private letPeopleIn({ deployment, alarms, data, inbox }: DoorProps): ServiceFunction {
    const serve = new ServiceFunction(this, 'ServeApi', {
      deployment,
      alarms,
      folder: 'serve-api',
      description: 'Shows cases to people, what came of deliveries, and how sources stand',
      timeout: Duration.seconds(15),
      environment: { tableName: data.records.table.tableName, inboxUrl: inbox.queue.queueUrl },
    });
    data.records.grant(serve, {
      actions: ['dynamodb:GetItem', 'dynamodb:Query'],
      indexes: [tableNames.indexes.attention, tableNames.indexes.lists],
    });
    const integration = new HttpLambdaIntegration('Integration', serve.function, {
      // A right for each route would outgrow the function's policy.
      scopePermissionToRoute: false,
    });
    const { authorizer } = data.callers;
    for (const [routeId, routeKey] of routesOf('serve-api')) {
      new HttpRoute(this, routeId, { httpApi: data.api.api, routeKey, integration, authorizer });
    }
    // What is nowhere routed is answered as a problem, too; without a token by the authorizer.
    new HttpRoute(this, 'OtherRoute', {
      httpApi: data.api.api,
      routeKey: HttpRouteKey.DEFAULT,
      integration,
      authorizer,
    });
    return serve;
  }
}
