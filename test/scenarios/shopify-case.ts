import { caseKeyOf } from '#shared/returns/case/case-key.ts';
import type { AdminLine } from '../simulators/admin-return.ts';
import type { Scene } from './scene.ts';

export const shoe: AdminLine = {
  sku: 'SHOE-RED-41',
  name: 'Running shoe, red, 41',
  quantity: 1,
  price: '299.00',
  currency: 'CNY',
  reason: 'size_too_small',
};

export interface ShopifyCase {
  /** The return's, at the shop. */
  readonly number: string;
  readonly key: string;
}

/** A buyer asks to send a shoe back. */
export async function askAtShopify({ world: { shop } }: Scene): Promise<ShopifyCase> {
  const number = await shop.request(shoe, new Date());
  return { number, key: caseKeyOf({ source: 'shopify', shop: shop.shop, caseId: number }) };
}

/** The same, and the shop agrees. */
export async function approvedAtShopify(scene: Scene): Promise<ShopifyCase> {
  const asked = await askAtShopify(scene);
  await scene.accepted(scene.world.shop.approve(asked.number, new Date()));
  await scene.caseBecomes(
    asked.key,
    'is approved at the shop',
    ({ decision, details }) => decision.value === 'approved' && details.lines?.length === 1,
  );
  return asked;
}
