import { Duration } from 'aws-cdk-lib';
import { HttpRoute } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { Construct } from 'constructs';
import { tableNames } from '#shared/runtime/table-names.ts';
import type { Base } from '../parts/base.ts';
import { routesOf } from '../parts/operation-routes.ts';
import type { QueueWithDlq } from '../parts/queue-with-dlq.ts';
import { ServiceFunction } from '../parts/service-function.ts';

export interface ActingProps extends Base {
  readonly inbox: QueueWithDlq;
}

/** What people decide and do: taken within their request, by a function that writes records and nothing else. */
export class Acting extends Construct {
  constructor(scope: Construct, id: string, { deployment, alarms, data, inbox }: ActingProps) {
    super(scope, id);
    const take = new ServiceFunction(this, 'TakeActs', {
      deployment,
      alarms,
      folder: 'take-acts',
      description: "Takes people's acts on cases and parcels",
      // A gateway waits for 30 seconds; of a hundred records at once none is cut off before.
      timeout: Duration.seconds(25),
      memoryMb: 1024,
      environment: { tableName: data.records.table.tableName, inboxUrl: inbox.queue.queueUrl },
    });
    const { cases, parcels, orders, policy, deliveries } = tableNames;
    data.records.grant(take, {
      actions: ['dynamodb:GetItem', 'dynamodb:Query'],
      partitions: [cases, parcels, orders, policy, deliveries],
    });
    data.records.grant(take, { actions: ['dynamodb:PutItem'], partitions: [cases, parcels, orders] });
    // What is to be read anew is only named: the recorder reads it.
    take.grant(['sqs:SendMessage'], [inbox.queue.queueArn]);
    const integration = new HttpLambdaIntegration('Integration', take.function, { scopePermissionToRoute: false });
    const { authorizer } = data.callers;
    for (const [routeId, routeKey] of routesOf('take-acts')) {
      new HttpRoute(this, routeId, { httpApi: data.api.api, routeKey, integration, authorizer });
    }
  }
}
