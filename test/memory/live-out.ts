import type { InboxMessage } from '#shared/messages/inbox-message.ts';
import { ticksOf } from './outcome.ts';
import type { Random } from './random.ts';
import type { Script } from './script.ts';
import { createSimulation, type Simulation } from './simulation.ts';

interface Options {
  /** Of the ticks that the clocks would send, whether one more is sent; all of them without it. */
  readonly isSent?: () => boolean;
  /** In which order messages are taken; as they were sent without it. */
  readonly order?: Random;
}

interface Lived {
  readonly messages: readonly InboxMessage[];
  readonly simulation: Simulation;
}

/** One worker that nothing disturbs: what senders sent, then ticks of the clocks. */
export async function liveOut(script: Script, { isSent = () => true, order }: Options): Promise<Lived> {
  const simulation = createSimulation();
  simulation.post(...script);
  await simulation.settle(order);
  const ticks = ticksOf(simulation).filter(isSent);
  simulation.post(...ticks);
  await simulation.settle(order);
  return { messages: [...script, ...ticks], simulation };
}
