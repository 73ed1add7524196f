import type { Duration } from 'aws-cdk-lib';
import { type EventBus, Rule } from 'aws-cdk-lib/aws-events';
import { Construct } from 'constructs';
import type { Warehouse } from '#shared/merchant/merchant.ts';
import type { Deployment } from '../deployment.ts';
import { returnsEvents } from '../event-pattern.ts';
import type { AlarmTopic } from './alarm-topic.ts';
import { queueTarget } from './queue-target.ts';
import { QueueWithDlq } from './queue-with-dlq.ts';

export interface PreAdviceQueueProps {
  readonly deployment: Deployment;
  readonly alarms: AlarmTopic;
  readonly bus: EventBus;
  readonly warehouse: Warehouse;
  /** The queue is named `backhaul-<merchant>-<name>`. */
  readonly name: string;
  readonly consumerTimeout: Duration;
  readonly oldestMessage: Duration;
  /** As {@link QueueWithDlq} takes it. */
  readonly maxReceiveCount?: number;
}

/** All pre-advices for one warehouse, in a queue. */
export class PreAdviceQueue extends Construct {
  readonly preAdvices: QueueWithDlq;

  constructor(scope: Construct, id: string, { bus, warehouse, ...queue }: PreAdviceQueueProps) {
    super(scope, id);
    this.preAdvices = new QueueWithDlq(this, 'PreAdvices', queue);
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
