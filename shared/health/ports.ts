/** How many messages a queue holds, roughly, as queues say it. */
export interface QueueDepth {
  readonly waiting: number;
  /** Handed out, or held back after a failure. */
  readonly hidden: number;
  /** Put there to wait for its time. */
  readonly delayed: number;
}

/** Looks at queues, by their names without the stack's. */
export interface QueueWatch {
  readonly names: readonly string[];
  /** Undefined where it cannot be seen. */
  depthOf(name: string): Promise<QueueDepth | undefined>;
  /** How old the oldest message of each is, seconds; those that nobody measured are not there. */
  agesOf(names: readonly string[]): Promise<Readonly<Record<string, number>>>;
}
