import type { CaseSnapshot } from '../case/case.ts';
import { isBack } from '../goods/back.ts';
import type { GoodsFact, SkuQuantity } from '../goods/facts.ts';
import { reportedUnits } from '../goods/units.ts';
import { areGoodsOwed } from '../money/out.ts';
import type { ParcelSnapshot } from '../parcel/parcel.ts';
import { type Instant, instantOf } from '../record/instant.ts';
import { standingParcels } from '../tracking/standing.ts';
import type { Work, WorkPart } from '../work/part.ts';
import { mergeTodos, todoOf } from './actions.ts';
import { caseTodos, runningClocks } from './case-todos.ts';
import type { CaseEntry, EntryGoods, EntryWork, ParcelEntry, Todo } from './entry.ts';
import { caseClocks, ownClock } from './entry-clocks.ts';
import { noteActions } from './note-actions.ts';
import { entrySums } from './sums.ts';
import { isOver } from './times.ts';

/** Which version of a record an entry is of, and when that was written. */
export interface Written {
  readonly version: number;
  readonly writtenAt: Instant;
}

/** A case as lists show it. Timeless: what is late is told by whoever looks. */
export function caseEntryOf(snapshot: CaseSnapshot & Partial<WorkPart>, written: Written): CaseEntry {
  const { key, source, shop, caseId, headline, details, openedAt, closedAt } = snapshot;
  const todos = caseTodos(snapshot);
  const work = entryWork(snapshot.work);
  return {
    record: 'case',
    ...written,
    key,
    source,
    shop,
    caseId,
    headline,
    ...(details.kind && { kind: details.kind }),
    ...(details.reason && { reason: details.reason.code }),
    ...(details.orderId && { orderId: details.orderId }),
    ...goodsIn(snapshot),
    numbers: standingParcels(snapshot.parcels).map(({ number }) => number),
    ...(openedAt && { openedAt }),
    ...(closedAt && { closedAt }),
    ...(details.deliveredAt && { signedAt: details.deliveredAt }),
    ...entrySums(snapshot),
    isOpen: isOpen(snapshot, todos, work),
    todos,
    ...caseClocks(snapshot),
    work,
  };
}

/**
 * A parcel as lists show it; undefined where nobody has to do anything about it.
 * @param wasListed - It once was: then whoever keeps lists hears that it is done.
 */
export function parcelEntryOf(
  snapshot: ParcelSnapshot & Partial<WorkPart>,
  written: Written,
  wasListed: boolean,
): ParcelEntry | undefined {
  const { number, carrier, goods, receivedAt, updatedAt, unclaimedSince, deadlines = {} } = snapshot;
  const todos = parcelTodos(snapshot);
  if (todos.length === 0 && !wasListed) {
    return undefined;
  }
  const warehouseId = goods.at(-1)?.warehouseId;
  return {
    record: 'parcel',
    ...written,
    number,
    ...(carrier && { carrier }),
    ...(warehouseId && { warehouseId }),
    since: unclaimedSince ?? receivedAt ?? updatedAt ?? instantOf(0),
    goods: cameIn(goods),
    isOpen: todos.length > 0,
    todos,
    ...ownClock(Object.values(deadlines).filter(({ metAt }) => metAt === undefined)),
    work: entryWork(snapshot.work),
  };
}

/** Of a parcel that cases count, what is to do stands on the cases, but for what is said of the parcel alone. */
function parcelTodos({ unclaimed, unclaimedSince, receivedAt, updatedAt, notes }: ParcelSnapshot): Todo[] {
  const since = unclaimedSince ?? receivedAt ?? updatedAt ?? instantOf(0);
  const codes = notes.map(({ code }) => code).filter((code) => unclaimed || code === 'allotment-exceeds-goods');
  const found = codes.flatMap((code) => noteActions[code]?.action ?? []);
  return mergeTodos(
    [...(unclaimed ? (['find-case'] as const) : []), ...found].map((action) => todoOf(action, { since })),
  );
}

/** As far as warehouses counted it. */
function cameIn(goods: readonly GoodsFact[]): SkuQuantity[] {
  const most = (units: ReturnType<typeof reportedUnits>) =>
    [...units].map(([sku, { received, inspected, stockedIn }]) => {
      const counts = [received, sumOf(inspected), sumOf(stockedIn)];
      return { sku, quantity: Math.max(...counts) };
    });
  return most(reportedUnits(goods));
}

function sumOf(counts: Readonly<Record<string, number>>): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}

/** Somebody may have to do something: it goes on, or something of it is left to do. */
function isOpen(snapshot: CaseSnapshot, todos: readonly Todo[], work: EntryWork): boolean {
  const isLeft = todos.length > 0 || runningClocks(snapshot).length > 0;
  const isWorkedOn = work.handled !== undefined && work.handled.state !== 'confirmed';
  return isLeft || isWorkedOn || !(isOver(snapshot) || isSettled(snapshot));
}

/** All was paid, and what had to come back came: the store only has to close it. */
function isSettled(snapshot: CaseSnapshot): boolean {
  const { money, details, replacement } = snapshot;
  const isDone =
    money.owed.basis === 'nothing'
      ? details.kind === 'exchange' && replacement !== undefined
      : money.enoughAt !== undefined;
  return isDone && (!areGoodsOwed(snapshot) || isBack(snapshot));
}

function goodsIn({ details: { lines = [] } }: CaseSnapshot): {
  readonly goods?: EntryGoods;
  readonly skus: readonly string[];
} {
  const [first] = lines;
  if (!first) {
    return { skus: [] };
  }
  const skus = [...new Set(lines.map(({ sku }) => sku))];
  const own = lines.filter(({ sku }) => sku === first.sku);
  const goods = {
    sku: first.sku,
    ...(first.title && { title: first.title }),
    quantity: own.reduce((sum, { quantity }) => sum + quantity, 0),
    more: skus.length - 1,
  };
  return { goods, skus: skus.slice(1) };
}

function entryWork(work: Work | undefined): EntryWork {
  if (!work) {
    return { notes: 0 };
  }
  const { owner, team, offered, flag, snooze, handled, notes, touchedAt } = work;
  return {
    ...(owner && { owner }),
    ...(team && { team }),
    ...(offered && { offered: { at: offered.at, ...(offered.to && { to: offered.to }) } }),
    ...(flag && { flag }),
    ...(snooze && { snooze: { until: snooze.until, reason: snooze.reason } }),
    ...(handled && { handled: { did: handled.did, at: handled.at, state: handled.state } }),
    notes,
    ...(touchedAt && { touchedAt }),
  };
}
