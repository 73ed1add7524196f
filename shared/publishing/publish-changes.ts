import { type BusEntry, entryOf } from './bus-entry.ts';

/** An entry that the bus will never take, by its place among those given. */
export interface Refusal {
  readonly index: number;
  readonly reason: string;
}

/** Where events go. */
export interface Bus {
  /** Puts them all in the order given. @throws on a fault that passes: everything may then be put again. */
  put(entries: readonly BusEntry[]): Promise<readonly Refusal[]>;
}

/** Where a change goes that can never be published, whole, for a person to look at. */
export interface Unpublishable {
  keep(change: unknown, reason: string): Promise<void>;
}

export interface Publishing {
  readonly merchant: string;
  readonly bus: Bus;
  readonly unpublishable: Unpublishable;
}

export interface Published {
  readonly published: number;
  readonly unpublishable: number;
}

/**
 * Publishes changes in their order, and sets aside what can never be published, so that it does not hold up the rest.
 * @throws on a fault that passes; all of them may then come again, with the same event ids.
 */
export async function publishChanges(
  changes: readonly unknown[],
  { merchant, bus, unpublishable }: Publishing,
): Promise<Published> {
  const outcomes = changes.map((change) => ({ change, made: entryOf(change, merchant) }));
  const sendable = outcomes.flatMap(({ change, made }) => (made.ok ? [{ change, entry: made.entry }] : []));
  const unsendable = outcomes.flatMap(({ change, made }) => (made.ok ? [] : [{ change, reason: made.reason }]));

  const refusals = sendable.length > 0 ? await bus.put(sendable.map(({ entry }) => entry)) : [];
  const refused = refusals.map(({ index, reason }) => ({ change: sendable[index]?.change, reason }));

  const setAside = [...unsendable, ...refused];
  for (const { change, reason } of setAside) {
    await unpublishable.keep(change, reason);
  }
  return { published: changes.length - setAside.length, unpublishable: setAside.length };
}
