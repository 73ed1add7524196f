import type { Random } from '../memory/random.ts';
import type { DoudianShop } from '../simulators/doudian-shop.ts';
import type { Kuaidi100Feed } from '../simulators/kuaidi100-feed.ts';
import type { Dock } from './dock.ts';

/** What becomes of a case; how often, in hundredths. */
export const lives = {
  plain: 40,
  split: 10,
  replaced: 16,
  withdrawn: 14,
  shared: 8,
  refused: 6,
  'refund-only': 6,
} as const;
export type Life = keyof typeof lives;

/** One case that is to be lived through. */
export interface CaseLife {
  readonly life: Life;
  readonly id: string;
  /** The number that its parcel has at first, if it ever has one. */
  readonly trackingNumber: string;
  /** The one that takes its place, for `replaced`. */
  readonly secondNumber: string;
  readonly warehouseId: 'hangzhou' | 'north';
}

export interface LivedAmong {
  readonly shop: DoudianShop;
  readonly feed: Kuaidi100Feed;
  readonly dock: Dock;
  readonly random: Random;
  readonly sleep: (ms: number) => Promise<void>;
  readonly now: () => number;
}

const addressIds = { hangzhou: '880001', north: '880003' } as const;
const yto = { companyCode: 'yuantong', companyName: '圆通速递' };
const sf = { companyCode: 'shunfeng', companyName: '顺丰速运' };
const dress = { sku: 'DRESS-RED-M', priceFen: 12_900, title: '连衣裙 红 M' };
const skirt = { sku: 'DRESS-BLUE-L', priceFen: 9_900, title: '连衣裙 蓝 L' };

export function pickLife(random: Random): Life {
  let draw = random(100);
  for (const [life, share] of Object.entries(lives) as [Life, number][]) {
    if (draw < share) {
      return life;
    }
    draw -= share;
  }
  return 'plain';
}

/** A buyer asks; everything else follows in {@link live}. */
export function openCase(shop: DoudianShop, shopId: string, life: Life): string {
  return shop.open({
    shop: shopId,
    type: life === 'refund-only' ? 'refundBeforeShipping' : 'return',
    lines: life === 'split' ? [{ ...dress, quantity: 2 }] : [{ ...(life === 'shared' ? skirt : dress), quantity: 1 }],
    reason: life === 'split' ? '质量问题' : '七天无理由退货',
  });
}

/** Lets a case be lived to its end, at the pace of the random numbers. */
export async function live(each: CaseLife, { shop, feed, dock, random, sleep, now }: LivedAmong): Promise<void> {
  const { life, id, trackingNumber, secondNumber, warehouseId } = each;
  const rest = async () => await sleep(200 + random(1800));
  await rest();
  if (life === 'refused') {
    shop.refuse(id);
    return;
  }
  shop.agree(id, addressIds[warehouseId]);
  if (life === 'refund-only') {
    await rest();
    shop.refund(id);
    return;
  }
  await rest();
  const carrier = life === 'plain' ? sf : yto;
  shop.ship(id, { trackingNumber, ...carrier });
  await rest();
  if (life === 'withdrawn') {
    await sleep(random(6000));
    shop.withdraw(id);
    return;
  }
  if (life === 'replaced') {
    await sleep(random(6000));
    shop.changeTracking(id, { trackingNumber: secondNumber, ...carrier });
  }
  const number = life === 'replaced' ? secondNumber : trackingNumber;
  const scans = (['1', '0', '5', '3'] as const).map((state, index) => ({ state, at: now() - 4000 + index * 1000 }));
  feed.carry(number, carrier.companyCode, scans);
  await dock.book({ trackingNumber: number, warehouseId, isSplit: life === 'split', cases: life === 'shared' ? 2 : 1 });
  await rest();
  shop.refund(id);
}
