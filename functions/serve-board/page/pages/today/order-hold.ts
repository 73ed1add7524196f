/** Which rows a list shows in which order, and which it would show if nobody looked at it closely. */
export interface HeldOrder {
  readonly shown: readonly string[];
  readonly fresh: readonly string[];
  /** Of what the list is: another tab or group is another list, which holds nothing. */
  readonly list: string;
}

export type OrderEvent =
  | { readonly event: 'listed'; readonly list: string; readonly ids: readonly string[]; readonly isHeld: boolean }
  | { readonly event: 'asked-for' };

export const noOrder: HeldOrder = { shown: [], fresh: [], list: '' };

/** A list never moves under the pointer: what is new waits until somebody asks for it, or nobody holds the list any more. */
export function orderAfter(order: HeldOrder, happened: OrderEvent): HeldOrder {
  if (happened.event === 'asked-for') {
    return { ...order, shown: order.fresh };
  }
  const { list, ids, isHeld } = happened;
  const isKept = isHeld && list === order.list && order.shown.length > 0;
  return { list, fresh: ids, shown: isKept ? order.shown : ids };
}

/** How many rows came, went or moved since. */
export function waitingIn({ shown, fresh }: HeldOrder): number {
  if (shown === fresh) {
    return 0;
  }
  const [shownAt, freshAt] = [placesOf(shown), placesOf(fresh)];
  const gone = shown.filter((id) => !freshAt.has(id)).length;
  const come = fresh.filter((id) => !shownAt.has(id)).length;
  const stayed = fresh.map((id) => shownAt.get(id)).filter((place) => place !== undefined);
  return gone + come + stayed.length - longestRise(stayed);
}

function placesOf(ids: readonly string[]): ReadonlyMap<string, number> {
  return new Map(ids.map((id, place) => [id, place]));
}

/** How many of some places stand in their order, at most: the others moved. */
function longestRise(places: readonly number[]): number {
  // The least place at which a rise of each length ends.
  const ends: number[] = [];
  for (const place of places) {
    const at = firstNotBelow(ends, place);
    ends[at] = place;
  }
  return ends.length;
}

function firstNotBelow(sorted: readonly number[], wanted: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    [low, high] = (sorted[middle] ?? 0) < wanted ? [middle + 1, high] : [low, middle];
  }
  return low;
}
