import type { CaseSnapshot } from '#shared/returns/case/case.ts';
import type { CaseObservation } from '#shared/returns/case/facts.ts';
import { goneItem, isSameItem, type OrderItem, orderItemOf } from '#shared/returns/order-lines/item.ts';
import { concernedBy, sharersOf } from '#shared/returns/order-lines/notes.ts';
import { type OrderName, orderOf } from '#shared/returns/order-lines/order.ts';
import type { SiblingCall } from './outbox.ts';
import { type KeptItem, mostSiblings, type OrderTable } from './ports.ts';

/** An order that a case is on, or was on by what was said once, and what its cases say there. */
export interface OrderPlace {
  readonly order: OrderName;
  readonly isNow: boolean;
  readonly rows: readonly KeptItem[];
}

type Ordered = Pick<CaseSnapshot, 'key' | 'details' | 'money' | 'decision' | 'closedAt'>;

/** Reads the order of a case, and those that it was on: another worker may have put there what it said then. */
export async function readPlaces(
  orders: OrderTable,
  { key, details: { orderId } }: Ordered,
  former: readonly (string | undefined)[],
): Promise<OrderPlace[]> {
  const places: OrderPlace[] = [];
  for (const id of new Set([orderId, ...former])) {
    const order = orderOf(key, id);
    if (order) {
      places.push({ order, isNow: id === orderId, rows: await readSteadily(orders, order, key) });
    }
  }
  return places;
}

/** All ids of orders that a case was ever said to be on. */
export function ordersSaid(observations: readonly CaseObservation[]): string[] {
  return observations.flatMap(({ facts }) =>
    facts.flatMap((fact) => (fact.fact === 'details' && fact.details.orderId ? [fact.details.orderId] : [])),
  );
}

/** What the other cases of its order say; nothing where there are too many. */
export function siblingsIn(places: readonly OrderPlace[], key: string): KeptItem[] {
  const rows = places.find(({ isNow }) => isNow)?.rows ?? [];
  return isFull(rows) ? [] : othersIn(rows, key);
}

/** No buyer made an order of so many cases: what names it is no order's id. Of its lines nothing is said. */
function isFull(rows: readonly KeptItem[]): boolean {
  return rows.length >= mostSiblings;
}

export interface Settled {
  readonly place: OrderPlace;
  /** What the case says there has another revision than its record knows: the record has to be written, or who comes next would call nobody. */
  readonly isNew: boolean;
  readonly calls: readonly SiblingCall[];
}

export interface Settling {
  readonly snapshot: Ordered;
  /** As it was written last. */
  readonly before: Ordered | undefined;
  /** Under which revisions that stood in its orders, by their ids. */
  readonly revisions: Readonly<Record<string, number>>;
  /** Let all look again that are on its lines. */
  readonly whole: boolean;
}

/**
 * Lets a case say in one of its orders what its facts say. First it is put, where something else stands there, then all is read again: of two cases
 * whoever comes second sees the other.
 */
export async function settle(orders: OrderTable, place: OrderPlace, settling: Settling): Promise<Settled | 'lost'> {
  const { key } = settling.snapshot;
  const own = place.isNow ? orderItemOf(settling.snapshot) : goneItem(key);
  const stood = rowOf(place.rows, key);
  const isUnknown = (stood?.revision ?? 0) !== (settling.revisions[place.order.orderId] ?? 0);
  const isThere = isSameItem(stood?.item ?? goneItem(key), own);
  const said = { own, place, settling, isUnknown };
  if (isThere || (!stood && isFull(place.rows))) {
    return { place, isNew: isUnknown, calls: callsFor(place.rows, { ...said, isPut: false }) };
  }
  if ((await orders.putItem(place.order, own, stood?.revision ?? 0)) === 'lost') {
    return 'lost';
  }
  const rows = await readSteadily(orders, place.order, key);
  return { place: { ...place, rows }, isNew: true, calls: callsFor(rows, { ...said, isPut: true }) };
}

/** Under which revision the case stands in each of its orders, by their ids. */
export function revisionsIn(places: readonly OrderPlace[], key: string): Record<string, number> {
  return Object.fromEntries(
    places.flatMap(({ order: { orderId }, rows }) => {
      const own = rowOf(rows, key);
      return own ? [[orderId, own.revision]] : [];
    }),
  );
}

interface Said {
  readonly own: OrderItem;
  /** As it stood before. */
  readonly place: OrderPlace;
  readonly settling: Settling;
  readonly isPut: boolean;
  /** A worker put something there and did not come to write the record: nobody knows what it was, and who saw it. */
  readonly isUnknown: boolean;
}

/**
 * Who has to look again. That is certain only where nobody else was at work: what was written last is what stood there, and the others stand as they did
 * before it was put. Otherwise all look again that are on its lines, since what two changes make together neither of them shows; and all
 * of the order, where the case is one too many, or a worker that was stopped left something there that nobody has called them for.
 */
function callsFor(rows: readonly KeptItem[], said: Said): SiblingCall[] {
  const others = othersIn(rows, said.own.caseKey).map(({ item }) => item);
  return callsTo(concernedIn(others, rows, said), rowOf(rows, said.own.caseKey));
}

function concernedIn(others: readonly OrderItem[], rows: readonly KeptItem[], said: Said): readonly OrderItem[] {
  const { own, place, settling, isPut, isUnknown } = said;
  const { before, whole } = settling;
  const was = itemIn(place.order, own.caseKey, before);
  const there = rowOf(place.rows, own.caseKey)?.item ?? goneItem(own.caseKey);
  if (isFull(rows)) {
    return was.lines.length === 0 && own.lines.length > 0 ? others : [];
  }
  if (isUnknown) {
    return others;
  }
  if (isPut && !whole && isAlone(rows, { was, there, place })) {
    return concernedBy(was, own, others);
  }
  const isSaidAnew = isPut || whole || !isSameItem(was, own);
  return isSaidAnew ? [was, there, own].flatMap((each) => sharersOf(each, others)) : [];
}

interface Stood {
  readonly was: OrderItem;
  readonly there: OrderItem;
  readonly place: OrderPlace;
}

/** Nobody else was at work: what was written last is what stood there, and the others stand as they did. */
function isAlone(rows: readonly KeptItem[], { was, there, place }: Stood): boolean {
  return isSameItem(there, was) && isSameRows(othersIn(place.rows, was.caseKey), othersIn(rows, was.caseKey));
}

function callsTo(concerned: readonly OrderItem[], own: KeptItem | undefined): SiblingCall[] {
  const keys = new Set(concerned.map(({ caseKey }) => caseKey));
  return own ? [...keys].map((caseKey) => ({ caseKey, revision: own.revision })) : [];
}

function itemIn({ orderId }: OrderName, key: string, before: Ordered | undefined): OrderItem {
  return before?.details.orderId === orderId ? orderItemOf(before) : goneItem(key);
}

function rowOf(rows: readonly KeptItem[], key: string): KeptItem | undefined {
  return rows.find(({ item }) => item.caseKey === key);
}

function othersIn(rows: readonly KeptItem[], key: string): KeptItem[] {
  return rows.filter(({ item }) => item.caseKey !== key);
}

const mostReads = 10;

/** Rows are read one after another: where several others may change meanwhile, they are read until they stand still. */
async function readSteadily(orders: OrderTable, order: OrderName, key: string): Promise<readonly KeptItem[]> {
  let rows = await orders.readItems(order);
  for (let reads = 1; othersIn(rows, key).length > 1 && !isFull(rows) && reads < mostReads; reads += 1) {
    const again = await orders.readItems(order);
    if (isSameRows(rows, again)) {
      return again;
    }
    rows = again;
  }
  return rows;
}

function isSameRows(a: readonly KeptItem[], b: readonly KeptItem[]): boolean {
  const nameOf = (rows: readonly KeptItem[]) =>
    JSON.stringify(rows.map(({ item, revision }) => [item.caseKey, revision]));
  return nameOf(a) === nameOf(b);
}
