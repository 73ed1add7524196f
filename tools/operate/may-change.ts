import { leastRevisionOf } from '#shared/recording/taken.ts';
import type { Observer } from '#shared/sources/source.ts';
import type { ScannedDelivery } from '#shared/store/delivery-scan.ts';

/**
 * Whether a delivery may say something else when it is read anew. What the present adapter has read whole does not; what waits for its case, by the
 * present adapter's reading, goes again by itself; and a hint, or a request of several messages, says nothing itself.
 */
export function mayChange(
  { outcome, revision = 0 }: Pick<ScannedDelivery, 'outcome' | 'revision'>,
  observer: Pick<Observer, 'revision'> | undefined,
): boolean {
  const isOfToday = revision >= (observer ? leastRevisionOf(observer) : 0);
  switch (outcome) {
    case 'applied':
    case 'ignored':
    case 'unmatched':
      return !isOfToday;
    case 'in-part':
    case 'not-understood':
      return true;
    case 'notify-only':
    case 'several':
      return false;
  }
}
