import type { Story } from '../story.ts';
import { clockStories } from './clock-stories.ts';
import { doudianStories } from './doudian-stories.ts';
import { endingStories } from './ending-stories.ts';
import { goodsStories } from './goods-stories.ts';
import { parcelStories } from './parcel-stories.ts';
import { plainStories } from './plain-stories.ts';
import { shopifyStories } from './shopify-stories.ts';
import { shownStories } from './shown-stories.ts';
import { strayStories } from './stray-stories.ts';
import { warehouseStories } from './warehouse-stories.ts';

/** All that the demo merchant has lived through. Those that wait for somebody come first. */
export const stories: readonly Story[] = [
  ...shownStories,
  ...doudianStories,
  ...warehouseStories,
  ...shopifyStories,
  ...plainStories,
  ...parcelStories,
  ...clockStories,
  ...goodsStories,
  ...endingStories,
  ...strayStories,
];
