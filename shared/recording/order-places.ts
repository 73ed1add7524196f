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
  readonly isPut: boolean;
  readonly calls: readonly SiblingCall[];
}

export interface Settling {
  readonly snapshot: Ordered;
  /** As it was written last. */
  readonly before: Ordered | undefined;
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
  const isThere = isSameItem(stood?.item ?? goneItem(key), own);
  if (isThere || (!stood && isFull(place.rows))) {
    return { place, isPut: false, calls: callsFor(place.rows, { own, place, settling, isPut: false }) };
  }
  if ((await orders.putItem(place.order, own, stood?.revision ?? 0)) === 'lost') {
    return 'lost';
  }
  const rows = await readSteadily(orders, place.order, key);
  return { place: { ...place, rows }, isPut: true, calls: callsFor(rows, { own, place, settling, isPut: true }) };
}

interface Said {
  readonly own: OrderItem;
  /** As it stood before. */
  readonly place: OrderPlace;
  readonly settling: Settling;
  readonly isPut: boolean;
}

/**
 * Who has to look again. That is certain only where nobody else was at work: what was written last is what stood there, and the others stand as they did
 * before it was put. Otherwise all look again that are on its lines, since what two changes make together neither of them shows; and all
 * of the order, where the case is one too many.
 */
function callsFor(rows: readonly KeptItem[], { own, place, settling, isPut }: Said): SiblingCall[] {
  const { snapshot, before, whole } = settling;
  const { key } = snapshot;
  const was = itemIn(place.order, key, before);
  const there = rowOf(place.rows, key)?.item ?? goneItem(key);
  const others = othersIn(rows, key);
  const items = others.map(({ item }) => item);
  if (isFull(rows)) {
    return callsTo(was.lines.length === 0 && own.lines.length > 0 ? items : [], rowOf(rows, key));
  }
  const isAlone = isPut && isSameItem(there, was) && isSameRows(othersIn(place.rows, key), others);
  if (isAlone && !whole) {
    return callsTo(concernedBy(was, own, items), rowOf(rows, key));
  }
  const isSaidAnew = isPut || whole || !isSameItem(was, own);
  const onItsLines = isSaidAnew ? [was, there, own].flatMap((each) => sharersOf(each, items)) : [];
  return callsTo(onItsLines, rowOf(rows, key));
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
