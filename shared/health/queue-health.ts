import { deadLetterSuffix } from '#shared/runtime/queue-names.ts';
import { type NotMeasured, notMeasured } from './day.ts';
import type { QueueDepth, QueueWatch } from './ports.ts';

/** How old the oldest message of a queue is; absent where it holds none. */
interface Oldest {
  readonly oldestSeconds?: number | NotMeasured;
}

/** What waits in one queue. */
export type QueueHealth = { readonly queue: string } & Oldest &
  Readonly<Record<keyof QueueDepth, number | NotMeasured>>;

/** What could not be done and waits for a person. */
export type DeadLettersHealth = { readonly of: string; readonly count: number | NotMeasured } & Oldest;

export interface QueuesHealth {
  readonly queues: readonly QueueHealth[];
  readonly deadLetters: readonly DeadLettersHealth[];
}

/** Ages are asked for only where something is: each costs. */
export async function queuesHealth(watch: QueueWatch): Promise<QueuesHealth> {
  const depths = new Map(
    await Promise.all(watch.names.map(async (name) => [name, await watch.depthOf(name)] as const)),
  );
  const filled = watch.names.filter((name) => messagesIn(depths.get(name)) > 0);
  const ages = filled.length > 0 ? await watch.agesOf(filled) : {};
  const oldestOf = (name: string) => (filled.includes(name) ? { oldestSeconds: ages[name] ?? notMeasured } : {});
  const isDead = (name: string) => name.endsWith(deadLetterSuffix);
  return {
    queues: watch.names
      .filter((name) => !isDead(name))
      .map((queue) => ({ queue, ...(depths.get(queue) ?? unknownDepth), ...oldestOf(queue) })),
    deadLetters: watch.names.filter(isDead).map((name) => {
      const depth = depths.get(name);
      const of = name.slice(0, -deadLetterSuffix.length);
      return { of, count: depth ? messagesIn(depth) : notMeasured, ...oldestOf(name) };
    }),
  };
}

const unknownDepth = { waiting: notMeasured, hidden: notMeasured, delayed: notMeasured } as const;

function messagesIn(depth: QueueDepth | undefined): number {
  return depth ? depth.waiting + depth.hidden + depth.delayed : 0;
}
