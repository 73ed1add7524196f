import { caseKeyOf } from '#shared/returns/case-key.ts';
import type { Scene } from './scene.ts';

/** A case of the own store. */
export interface OwnCase {
  readonly caseId: string;
  readonly key: string;
}

export interface Item {
  readonly sku: string;
  readonly quantity: number;
}

export interface Wish {
  readonly items: readonly Item[];
  /** When the buyer asked. */
  readonly at: Date;
  readonly more?: Record<string, unknown>;
}

const titles: Readonly<Record<string, string>> = {
  'SHOE-RED-41': 'Running shoe, red, 41',
  'SOCK-WHITE-M': 'Sports sock, white, M',
  'CAP-BLUE': 'Cap, blue',
};
const priceFen = 9_900;

export function ownCase(scene: Scene, name: string): OwnCase {
  const caseId = `RMA-${scene.tag}-${name}`;
  return { caseId, key: caseKeyOf({ source: 'standard', shop: 'main', caseId }) };
}

/** What the items cost together; fen. */
export function priceOf(items: readonly Item[]): { readonly amount: number; readonly currency: string } {
  return { amount: items.reduce((sum, { quantity }) => sum + quantity * priceFen, 0), currency: 'CNY' };
}

/** A buyer asks the own store to take something back. */
export async function request(scene: Scene, { caseId }: OwnCase, { items, at, more = {} }: Wish): Promise<void> {
  const lines = items.map((item, index) => ({
    lineId: String(index + 1),
    ...item,
    unitPrice: { amount: priceFen, currency: 'CNY' },
    title: titles[item.sku] ?? item.sku,
  }));
  const money = priceOf(items);
  const data = {
    caseId,
    orderId: `SO-${caseId.slice(4)}`,
    kind: 'return',
    reason: { code: 'size', text: 'Too small, I would like my money back' },
    lines,
    refund: money,
    paid: money,
    orderState: 'delivered',
    buyer: { ref: `buyer-${scene.tag}`, language: 'zh-CN', phoneTail: '0000' },
    ...more,
  };
  await scene.accepted(scene.world.sender.send('own-store', 'return.requested', data, { at }));
}

export async function approve(
  scene: Scene,
  { caseId }: OwnCase,
  at: Date,
  more: Record<string, unknown> = {},
): Promise<void> {
  const data = { caseId, decision: 'approved', by: 'merchant', warehouseId: 'east', ...more };
  await scene.accepted(scene.world.sender.send('own-store', 'return.decided', data, { at }));
}

/** The buyer names the number under which the goods come back. */
export async function ship(
  scene: Scene,
  { caseId }: OwnCase,
  trackingNumber: string,
  at: Date,
  replaces?: string,
): Promise<void> {
  const data = {
    caseId,
    carrier: 'SF Express',
    trackingNumber,
    shippedAt: at.toISOString(),
    ...(replaces && { replaces }),
  };
  await scene.accepted(scene.world.sender.send('own-store', 'return.shipped', data, { at }));
}

/** Requested, approved for the eastern warehouse and shipped, hours before now. */
export async function openShippedCase(scene: Scene, own: OwnCase, trackingNumber: string, wish: Wish): Promise<void> {
  await request(scene, own, wish);
  await approve(scene, own, new Date(wish.at.getTime() + 60_000));
  await ship(scene, own, trackingNumber, new Date(wish.at.getTime() + 120_000));
}

export async function refund(scene: Scene, { caseId }: OwnCase, items: readonly Item[], at: Date): Promise<void> {
  const data = {
    caseId,
    refundId: `RF-${caseId.slice(4)}`,
    kind: 'goods-refund',
    amount: priceOf(items),
    at: at.toISOString(),
    by: 'merchant',
  };
  await scene.accepted(scene.world.sender.send('own-store', 'refund.completed', data));
}
