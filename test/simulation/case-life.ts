import type { Random } from '../memory/random.ts';
import { type Courier, couriers, doudianGoods } from '../simulators/doudian-goods.ts';
import type { DoudianShop } from '../simulators/doudian-shop.ts';
import type { Kuaidi100Feed } from '../simulators/kuaidi100-feed.ts';
import type { Dock } from './dock.ts';

/** What becomes of a case; how often, in hundredths. */
export const lives = {
  plain: 26,
  split: 10,
  replaced: 12,
  withdrawn: 10,
  shared: 8,
  refused: 6,
  'refund-only': 6,
  /** Refused, asked for anew, and agreed. */
  reopened: 5,
  /** Two of three are settled; one stays open, and needs a person's attention. */
  disputed: 6,
  /** The platform moves its deadline; the parcel is still on its way in the end. */
  'deadline-moved': 4,
  /** The buyer names the wrong carrier, and the feed finds the right one. */
  'carrier-corrected': 4,
  'refunded-early': 3,
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
  readonly dock: Pick<Dock, 'take'>;
  /** Of this case alone: what others draw, and when, changes nothing for it. */
  readonly random: Random;
  readonly sleep: (ms: number) => Promise<void>;
  readonly now: () => number;
}

const { dress, skirt } = doudianGoods;

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

const livesInNorth: readonly Life[] = ['plain', 'replaced', 'withdrawn'];

export function pickWarehouse(life: Life, random: Random): CaseLife['warehouseId'] {
  return random(4) === 0 && livesInNorth.includes(life) ? 'north' : 'hangzhou';
}

/** Begins all tracking numbers of a run, and none of a scenario beside it: there a letter follows. */
export function numberPrefixOf(run: string): string {
  return `YT${run.toUpperCase()}0`;
}

/** The one that the buyer names. */
export function carrierOf(life: Life): Courier {
  return life === 'plain' ? couriers.sf : couriers.yto;
}

/** A buyer asks; everything else follows in `liveCase`. */
export function openCase(shop: DoudianShop, shopId: string, life: Life): string {
  return shop.open({
    shop: shopId,
    type: life === 'refund-only' ? 'refundBeforeShipping' : 'return',
    lines: life === 'split' ? [{ ...dress, quantity: 2 }] : [{ ...(life === 'shared' ? skirt : dress), quantity: 1 }],
    reason: life === 'split' ? '质量问题' : '七天无理由退货',
  });
}
