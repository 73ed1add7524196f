import {
  DeleteRuleCommand,
  type EventBridgeClient,
  PutRuleCommand,
  PutTargetsCommand,
  RemoveTargetsCommand,
} from '@aws-sdk/client-eventbridge';
import { CreateQueueCommand, DeleteQueueCommand, GetQueueAttributesCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { EventType } from '#shared/returns/events.ts';
import { type BusEvent, readQueue } from '../simulators/queue-reader.ts';

export interface BusListener {
  /** Each event told of a case once, in the order of its record's versions. */
  of(caseKey: string, type?: EventType): readonly BusEvent[];
  /** The same of a parcel's own record. */
  ofParcel(trackingNumber: string, type?: EventType): readonly BusEvent[];
  /** How many events came, each counted once. */
  count(): number;
  stop(): Promise<void>;
}

export interface BusListenerOptions {
  readonly sqs: SQSClient;
  readonly bus: EventBridgeClient;
  readonly busName: string;
  readonly run: string;
}

/** One more consumer of the bus, as anyone may add one: a rule and a queue of its own, which {@link BusListener.stop} removes. */
export async function startBusListener({ sqs, bus, busName, run }: BusListenerOptions): Promise<BusListener> {
  const name = `demo-listener-${run}`;
  const rule = { Name: name, EventBusName: busName };
  const { QueueUrl } = await sqs.send(new CreateQueueCommand({ QueueName: name }));
  const { Attributes } = await sqs.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['QueueArn'] }));
  await bus.send(new PutRuleCommand({ ...rule, EventPattern: JSON.stringify({ source: ['backhaul.returns'] }) }));
  const targets = { Rule: name, EventBusName: busName };
  await bus.send(new PutTargetsCommand({ ...targets, Targets: [{ Id: 'queue', Arn: Attributes?.QueueArn }] }));

  const events = new Map<string, BusEvent>();
  const reader = readQueue(sqs, QueueUrl ?? '', (event) => {
    events.set(event.metadata.eventId, event);
  });
  const select = (isMeant: (event: BusEvent) => boolean) =>
    [...events.values()].filter(isMeant).sort((a, b) => a.metadata.version - b.metadata.version);
  return {
    of: (caseKey, type) => select((each) => each.metadata.caseKey === caseKey && (type ?? each.type) === each.type),
    ofParcel: (number, type) =>
      select((each) => each.metadata.trackingNumber === number && (type ?? each.type) === each.type),
    count: () => events.size,
    stop: async () => {
      await reader.stop();
      await bus.send(new RemoveTargetsCommand({ ...targets, Ids: ['queue'] }));
      await bus.send(new DeleteRuleCommand(rule));
      await sqs.send(new DeleteQueueCommand({ QueueUrl }));
    },
  };
}
