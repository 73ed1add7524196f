import type { Episode } from '../episode.ts';
import { clockEpisodes } from './clock-episodes.ts';
import { doudianEpisodes } from './doudian-episodes.ts';
import { endingEpisodes } from './ending-episodes.ts';
import { goodsEpisodes } from './goods-episodes.ts';
import { orderEpisodes } from './order-episodes.ts';
import { parcelEpisodes } from './parcel-episodes.ts';
import { plainEpisodes } from './plain-episodes.ts';
import { shopifyEpisodes } from './shopify-episodes.ts';
import { shownEpisodes } from './shown-episodes.ts';
import { silentShop } from './silent-shop.ts';
import { strayEpisodes } from './stray-episodes.ts';
import { unclaimedBelt } from './unclaimed-belt.ts';
import { warehouseEpisodes } from './warehouse-episodes.ts';

/** All that the demo merchant has lived through. Those that wait for somebody come first. */
export const episodes: readonly Episode[] = [
  ...shownEpisodes,
  silentShop,
  ...doudianEpisodes,
  ...warehouseEpisodes,
  ...shopifyEpisodes,
  ...plainEpisodes,
  ...parcelEpisodes,
  ...clockEpisodes,
  ...goodsEpisodes,
  ...orderEpisodes,
  ...endingEpisodes,
  unclaimedBelt,
  ...strayEpisodes,
];
