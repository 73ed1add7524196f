import { caseKeyOf } from '#shared/returns/case/case-key.ts';
import { warehouseOf } from '../../../../test/simulation/lane-merchant.ts';
import type { DoudianLine } from '../../../../test/simulators/doudian-case.ts';
import { couriers, doudianGoods } from '../../../../test/simulators/doudian-goods.ts';
import type { DoudianActions, DoudianShop } from '../../../../test/simulators/doudian-shop.ts';
import type { Kuaidi100State } from '../../../../test/simulators/kuaidi100-snapshot.ts';
import type { InventoryType } from '../../../../test/simulators/qimen-reports.ts';
import type { Stage } from '../stage.ts';
import { inItsCodes } from './own-life.ts';

/** Of the merchant's warehouses at Doudian; `nowhere` is an address that none of them has. */
const addressOf = (warehouse: DoudianWish['warehouse'] = 'hangzhou') =>
  warehouse === 'nowhere' ? '880999' : warehouseOf(warehouse).platformAddressIds.doudian;

export interface DoudianWish {
  readonly goods: keyof typeof doudianGoods;
  readonly quantity?: number;
  readonly reason?: string;
  readonly type?: 'return' | 'refundBeforeShipping' | 'refundAfterShipping' | 'exchange';
  /** The first of the flagship app where not given. */
  readonly shop?: '4400123' | '4400456' | '4400789';
  readonly warehouse?: 'hangzhou' | 'south' | 'north' | 'nowhere';
  readonly courier?: keyof typeof couriers;
}

/** A return at one of the Doudian shops: its pushes are hints, so it is read there; a feed follows its parcel, and its warehouse is called. */
export interface DoudianLife {
  readonly stage: Stage;
  readonly wish: DoudianWish;
  readonly warehouse: NonNullable<DoudianWish['warehouse']>;
  readonly lines: readonly DoudianLine[];
  readonly trackingNumber: string;
  readonly courier: (typeof couriers)[keyof typeof couriers];
  /** Known once the buyer asked. */
  id: string;
}

const prefixes: Readonly<Record<keyof typeof couriers, string>> = { sf: 'SF', yto: 'YT', zto: 'ZT' };

/** Something that happens to it. */
export type DoudianStep = (life: DoudianLife, at: Date) => Promise<void>;

export function openDoudianLife(stage: Stage, wish: DoudianWish): DoudianLife {
  const { goods, quantity = 1, warehouse = 'hangzhou', courier = 'yto' } = wish;
  return {
    stage,
    wish,
    warehouse,
    lines: [{ ...doudianGoods[goods], quantity }],
    trackingNumber: stage.nextTracking(prefixes[courier]),
    courier: couriers[courier],
    id: '',
  };
}

export function doudianShop({ wish }: DoudianLife): string {
  return wish.shop ?? '4400123';
}

export function doudianKey(life: DoudianLife): string {
  return caseKeyOf({ source: 'doudian', shop: doudianShop(life), caseId: life.id });
}

function appOf({ stage: { cast }, wish }: DoudianLife): DoudianShop {
  return wish.shop === '4400789' ? cast.lane.outlet : cast.lane.doudian;
}

export const doudianAsked: DoudianStep = async (life, at) => {
  const { type = 'return', reason = '7天无理由退货' } = life.wish;
  life.id = appOf(life)
    .asOf(at.getTime())
    .open({ shop: doudianShop(life), lines: life.lines, type, reason });
  await wasRead(life, 0);
};

/** What happens at the shop next. Waits until it was seen there, so that each state is, and the timeline is whole. */
export function atShop(act: (shop: DoudianActions, life: DoudianLife) => void): DoudianStep {
  return async (life, at) => {
    const app = appOf(life);
    const before = app.answersOf(life.id);
    act(app.asOf(at.getTime()), life);
    await wasRead(life, before);
  };
}

async function wasRead(life: DoudianLife, before: number): Promise<void> {
  await life.stage.until(`case ${life.id} is read at Doudian`, () => appOf(life).answersOf(life.id) > before);
}

export const doudianAgreed = atShop((shop, { id, warehouse }) => shop.agree(id, addressOf(warehouse)));
export const doudianSent = atShop((shop, { id, trackingNumber, courier }) =>
  shop.ship(id, { trackingNumber, ...courier }),
);
export const doudianRefunded = atShop((shop, { id }) => shop.refund(id));

export function carried(state: Kuaidi100State): DoudianStep {
  return async ({ stage, trackingNumber, courier }, at) =>
    await Promise.resolve(
      stage.cast.lane.feed.carry(trackingNumber, courier.companyCode, [{ state, at: at.getTime() }]),
    );
}

/** A feed was asked to follow the parcel; of a case that is over it would not be. */
export const followed: DoudianStep = async ({ stage, trackingNumber }) => {
  const { feed } = stage.cast.lane;
  await stage.until(`${trackingNumber} is followed`, () => feed.subscriptionOf(trackingNumber) !== undefined);
};

/** The warehouse was called, and holds an order for the parcel. */
export const calledFor: DoudianStep = async (life) =>
  await life.stage.until(`warehouse ${life.warehouse} expects ${life.trackingNumber}`, () => isCalledFor(life));

export function isCalledFor(life: DoudianLife): boolean {
  return orderCodeOf(life) !== undefined;
}

/** Under which the warehouse has it. */
export function orderCodeOf({ stage, warehouse, trackingNumber }: DoudianLife): string | undefined {
  const { lane } = stage.cast;
  const wms = warehouse === 'north' ? lane.north : lane.hangzhou;
  return wms.live().find((order) => order.trackingNumber === trackingNumber)?.orderCode;
}

/** At the dock, unopened. */
export const arrived: DoudianStep = async ({ stage, warehouse, trackingNumber }, at) => {
  const { lane, north } = stage.cast;
  if (warehouse === 'north') {
    await north.receive({ trackingNumber, items: [], at });
    return;
  }
  const qimen = warehouse === 'south' ? lane.south : lane.hangzhou;
  mustSucceed(
    `the package report of ${trackingNumber}`,
    await qimen.packageReport([{ expressCode: trackingNumber, signedAt: at.getTime() }]),
  );
};

/** Opened, checked and booked in at Hangzhou: so many units of each kind of stock. */
export function bookedIn(units: Partial<Record<InventoryType, number>>): DoudianStep {
  return async (life, at) => {
    await calledFor(life, at);
    const { stage, lines, trackingNumber } = life;
    const [item] = inItsCodes('hangzhou', lines);
    const confirmed = Object.entries(units).map(([inventoryType, actualQty]) => ({
      itemCode: item?.sku ?? '',
      planQty: item?.quantity ?? 0,
      inventoryType: inventoryType as InventoryType,
      actualQty,
    }));
    const more = { expressCode: trackingNumber, at: at.getTime() };
    const answer = await stage.cast.lane.hangzhou.confirm(orderCodeOf(life) ?? '', confirmed, more);
    mustSucceed(`the confirm of ${trackingNumber}`, answer);
  };
}

function mustSucceed(what: string, { flag, status }: { readonly flag?: string; readonly status: number }): void {
  if (flag !== 'success') {
    throw new Error(`${what} was answered ${status}${flag ? `, ${flag}` : ''}`);
  }
}
