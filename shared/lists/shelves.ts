import { type ShopsOf, shopNamesOf } from '#shared/merchant/team-shops.ts';
import { parcelShelf, type Shelf } from './partitions.ts';

/** The shops that somebody may see, each as `<source>:<shop>`. */
export type SeenShops =
  | { readonly kind: 'none' | 'all' }
  | { readonly kind: 'shops'; readonly shops: readonly string[] };

/** The shelves that somebody may see. Parcels that no case counts are of no shop: whoever sees any sees them, since their case may be there. */
export function shelvesSeen(seen: SeenShops, { channels }: { readonly channels: readonly ShopsOf[] }): Shelf[] {
  if (seen.kind === 'shops') {
    return [...new Set(seen.shops), parcelShelf];
  }
  return seen.kind === 'all' ? [...shopNamesOf(channels), parcelShelf] : [];
}
