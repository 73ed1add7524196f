import { Duration } from 'aws-cdk-lib';
import { ArnPrincipal } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import type { Warehouse } from '#shared/merchant/merchant.ts';
import type { Base } from '../parts/base.ts';
import { PreAdviceQueue } from '../parts/pre-advice-queue.ts';
import type { QueueWithDlq } from '../parts/queue-with-dlq.ts';

export interface WarehouseQueueProps extends Base {
  readonly warehouse: Warehouse;
}

/** A warehouse system that gives a message back so often does not understand it. */
const ofWarehouse = 5;

/** What a warehouse system reads: the pre-advices of its own parcels. The queue is named `backhaul-<merchant>-to-<warehouse>`. */
export class WarehouseQueue extends Construct {
  readonly warehouseId: string;
  readonly preAdvices: QueueWithDlq;

  constructor(scope: Construct, id: string, { deployment, alarms, data, warehouse }: WarehouseQueueProps) {
    super(scope, id);
    this.warehouseId = warehouse.id;
    const queue = new PreAdviceQueue(this, 'Queue', {
      deployment,
      alarms,
      bus: data.events.bus,
      warehouse,
      name: `to-${warehouse.id}`,
      consumerTimeout: Duration.seconds(30),
      oldestMessage: Duration.hours(4),
      maxReceiveCount: ofWarehouse,
    });
    this.preAdvices = queue.preAdvices;
    for (const arn of warehouse.queue?.readers ?? []) {
      this.preAdvices.queue.grantConsumeMessages(new ArnPrincipal(arn));
    }
  }
}
