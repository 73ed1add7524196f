import { merchant } from '#shared/merchant/bundled.ts';
import type { Item } from '../../../../test/simulators/goods.ts';
import { priceOf } from '../../../../test/simulators/goods.ts';
import { type OwnCase, ownCaseOf, type Payment } from '../../../../test/simulators/own-store.ts';
import type { Wms } from '../../../../test/simulators/wms.ts';
import type { Episode, Seeded, SeededCase } from '../episode.ts';
import type { Stage } from '../stage.ts';

/** A return at the own store, which tells of everything itself; the warehouse reads a queue. */
export interface OwnLife {
  readonly stage: Stage;
  readonly own: OwnCase;
  readonly items: readonly Item[];
  readonly warehouse: 'east' | 'west';
  readonly trackingNumber: string;
}

/** Something that happens to it. */
export type Step = (life: OwnLife, at: Date) => Promise<void>;
type More = Record<string, unknown>;

export function openOwnLife(
  stage: Stage,
  items: readonly Item[],
  { warehouse = 'east', prefix = 'SF' }: Pick<OwnEpisode, 'warehouse' | 'prefix'> = {},
): OwnLife {
  return {
    stage,
    own: ownCaseOf(`RMA-${stage.nextName()}`),
    items,
    warehouse,
    trackingNumber: stage.nextTracking(prefix),
  };
}

export function wmsOf({ stage, warehouse }: OwnLife): Wms {
  return stage.cast.wms[warehouse];
}

/** Goods by the warehouse's own codes. */
export function inItsCodes(warehouse: string, items: readonly Item[]): Item[] {
  const { skuMap = {} } = merchant.warehouses.find(({ id }) => id === warehouse) ?? {};
  return items.map((item) => ({ ...item, sku: skuMap[item.sku] ?? item.sku }));
}

export const asked =
  (more: More = {}): Step =>
  async ({ stage, own, items }, at) =>
    await stage.cast.ownStore.request(own, { items, at, more });

export const approved =
  (more: More = {}): Step =>
  async ({ stage, own, warehouse }, at) =>
    await stage.cast.ownStore.approve(own, at, { warehouseId: warehouse, ...more });

export const sent: Step = async ({ stage, own, trackingNumber }, at) =>
  await stage.cast.ownStore.ship(own, trackingNumber, at);

/** Any other thing that the store says. */
export const said =
  (type: string, more: More = {}): Step =>
  async ({ stage, own }, at) =>
    await stage.cast.ownStore.tell(own, type, at, { ...more, at: at.toISOString() });

export const scanned =
  (stage: string): Step =>
  async ({ stage: { cast }, trackingNumber }, at) =>
    await cast.scan({ trackingNumber, carrier: 'SF Express' }, stage, at);

/** What comes is what was to come, where not given. */
export const received =
  (items?: readonly Item[]): Step =>
  async (life, at) =>
    await wmsOf(life).receive(reportOf(life, at, items));

interface Finding {
  readonly result?: 'passed' | 'passed-with-deduction' | 'failed';
  readonly finding?: string;
  readonly items?: readonly Item[];
}

export const checked =
  ({ items, ...found }: Finding = {}): Step =>
  async (life, at) =>
    await wmsOf(life).inspect({ ...reportOf(life, at, items), ...found });

export const stockedIn =
  (condition: 'sellable' | 'defective' = 'sellable', items?: readonly Item[]): Step =>
  async (life, at) =>
    await wmsOf(life).stockIn({ ...reportOf(life, at, items), condition });

/** All that the goods cost, where not given. */
export const paid =
  (payment: Partial<Payment> = {}): Step =>
  async ({ stage, own, items }, at) =>
    await stage.cast.ownStore.pay(own, { amount: priceOf(items), ...payment }, at);

export const notPaid =
  (reason: string): Step =>
  async ({ stage, own, items }, at) =>
    await stage.cast.ownStore.failToPay(own, { amount: priceOf(items), reason }, at);

/** The warehouse has heard of the parcel. */
export const expected: Step = async (life) =>
  await life.stage.until(`warehouse ${life.warehouse} expects ${life.trackingNumber}`, () => isExpected(life));

export function isExpected(life: OwnLife): boolean {
  return wmsOf(life).expects(life.own.caseId, life.trackingNumber) !== undefined;
}

function reportOf({ warehouse, items, trackingNumber }: OwnLife, at: Date, came: readonly Item[] = items) {
  return { trackingNumber, items: inItsCodes(warehouse, came), at };
}

/** A step, and how many hours ago it happened. */
export type Dated = readonly [hoursAgo: number, step: Step];

export interface OwnEpisode extends Omit<SeededCase, 'key'> {
  readonly name: string;
  readonly items: readonly Item[];
  readonly warehouse?: OwnLife['warehouse'];
  /** How its tracking number begins: as those of SF where not given. */
  readonly prefix?: string;
  readonly steps: readonly Dated[];
}

export function ownEpisode({ name, items, steps, warehouse, prefix, ...told }: OwnEpisode): Episode {
  const live = async (stage: Stage): Promise<Seeded> => {
    const life = openOwnLife(stage, items, { ...(warehouse && { warehouse }), ...(prefix && { prefix }) });
    await play(life, steps);
    return { cases: [{ key: life.own.key, ...told }] };
  };
  return { name, live };
}

export async function play(life: OwnLife, steps: readonly Dated[]): Promise<void> {
  for (const [hoursAgo, step] of steps) {
    await step(life, life.stage.ago(hoursAgo));
  }
}
