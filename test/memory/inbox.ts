import type { InboxMessage } from '#shared/messages/inbox-message.ts';
import type { DeliveryRef } from '#shared/recording/ports.ts';
import type { Delivery } from '#shared/sources/source.ts';
import type { Simulation } from './simulation.ts';

export function delivered(...deliveries: readonly Delivery[]): InboxMessage[] {
  return deliveries.map((delivery) => ({ kind: 'delivery', delivery }));
}

export function replayOf({ source, channel, id }: DeliveryRef): InboxMessage {
  return { kind: 'replay', ref: { source, channel, id } };
}

/** Posts messages, and waits until nothing is under way any more. */
export async function take(simulation: Simulation, ...messages: readonly InboxMessage[]): Promise<void> {
  simulation.post(...messages);
  await simulation.settle();
}
