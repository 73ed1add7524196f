import { Duration } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { calledWarehouses } from '#shared/merchant/asked.ts';
import type { Warehouse } from '#shared/merchant/merchant.ts';
import { tableNames } from '#shared/runtime/table-names.ts';
import { type Deployment, pascalCase } from '../deployment.ts';
import type { Base } from '../parts/base.ts';
import { callSecretName, secretArn, secretPrefix } from '../parts/channel-secrets.ts';
import { PreAdviceQueue } from '../parts/pre-advice-queue.ts';
import { consume } from '../parts/queue-consumer.ts';
import type { QueueWithDlq } from '../parts/queue-with-dlq.ts';
import { ServiceFunction } from '../parts/service-function.ts';

export interface DeliveringProps extends Base {
  readonly inbox: QueueWithDlq;
}

/** As long as the lease of a caller (shared/calling-out): who was killed has let go before its message comes again. */
const deliverTimeout = Duration.seconds(60);

/** Tells warehouses that are called what parcels come: a queue for each, and one function behind them. */
export class Delivering extends Construct {
  constructor(scope: Construct, id: string, props: DeliveringProps) {
    super(scope, id);
    const { deployment, alarms, data } = props;
    const warehouses = calledWarehouses(deployment.merchant);
    if (warehouses.length === 0) {
      return;
    }
    const queues = warehouses.map((warehouse) => {
      const { preAdvices } = new PreAdviceQueue(this, pascalCase(warehouse.id), {
        deployment,
        alarms,
        bus: data.events.bus,
        warehouse,
        name: `deliver-${warehouse.id}`,
        consumerTimeout: deliverTimeout,
        oldestMessage: Duration.seconds(deployment.merchant.alarms.oldestMessageSeconds),
      });
      return [warehouse, preAdvices] as const;
    });
    this.deliver(props, queues);
  }

  private deliver(
    { deployment, alarms, data, inbox }: DeliveringProps,
    queues: readonly (readonly [Warehouse, QueueWithDlq])[],
  ): void {
    const urls = Object.fromEntries(queues.map(([{ id }, { queue }]) => [id, queue.queueUrl]));
    const deliver = new ServiceFunction(this, 'DeliverToWarehouse', {
      deployment,
      alarms,
      folder: 'deliver-to-warehouse',
      description: 'Tells warehouses by call what parcels come',
      timeout: deliverTimeout,
      environment: {
        tableName: data.records.table.tableName,
        inboxUrl: inbox.queue.queueUrl,
        bodiesBucket: data.bodies.bucket.bucketName,
        deliverUrls: JSON.stringify(urls),
        secretPrefix: secretPrefix(deployment),
      },
      vpc: data.egress?.vpc,
    });
    for (const [, queue] of queues) {
      // A WMS is one machine as a rule: two callers keep it busy, and one that hangs leaves the other.
      consume(deliver, queue, { deployment, batchSize: 5, maxConcurrency: 2 });
    }
    data.records.grant(deliver, { actions: ['dynamodb:GetItem'] });
    data.records.grant(deliver, { actions: ['dynamodb:PutItem'], partitions: tableNames.calls });
    deliver.grant(['sqs:SendMessage'], [inbox.queue.queueArn, ...queues.map(([, { queue }]) => queue.queueArn)]);
    deliver.grant(['secretsmanager:GetSecretValue'], secretArns(this, deployment));
    data.bodies.grantPut(deliver);
  }
}

function secretArns(scope: Construct, deployment: Deployment): string[] {
  return calledWarehouses(deployment.merchant).map((warehouse) =>
    secretArn(scope, callSecretName(deployment, warehouse)),
  );
}
