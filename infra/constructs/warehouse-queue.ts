import { Duration } from 'aws-cdk-lib';
import { type EventBus, Rule } from 'aws-cdk-lib/aws-events';
import { Construct } from 'constructs';
import type { Warehouse } from '#shared/merchant/merchant.ts';
import type { Deployment } from '../deployment.ts';
import { returnsEvents } from '../event-pattern.ts';
import type { AlarmTopic } from './alarm-topic.ts';
import { queueTarget } from './queue-target.ts';
import { QueueWithDlq } from './queue-with-dlq.ts';

export interface WarehouseQueueProps {
  readonly deployment: Deployment;
  readonly alarms: AlarmTopic;
  readonly bus: EventBus;
  readonly warehouse: Warehouse;
}

/** What a warehouse system reads: the pre-advices of its own parcels. The queue is named `backhaul-<merchant>-to-<warehouse>`. */
export class WarehouseQueue extends Construct {
  readonly warehouseId: string;
  readonly preAdvices: QueueWithDlq;

  constructor(scope: Construct, id: string, { deployment, alarms, bus, warehouse }: WarehouseQueueProps) {
    super(scope, id);
    this.warehouseId = warehouse.id;
    this.preAdvices = new QueueWithDlq(this, 'PreAdvices', {
      deployment,
      alarms,
      name: `to-${warehouse.id}`,
      consumerTimeout: Duration.seconds(30),
      oldestMessage: Duration.hours(4),
    });
    new Rule(this, 'Rule', {
      description: `Pre-advices for warehouse ${warehouse.id}`,
      eventBus: bus,
      eventPattern: returnsEvents(
        ['Return Tracking Assigned', 'Return Tracking Replaced', 'Return Tracking Withdrawn'],
        { warehouseId: [warehouse.id] },
      ),
      targets: [queueTarget(this.preAdvices)],
    });
  }
}
