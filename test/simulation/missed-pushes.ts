import type { CaseSnapshot } from '#shared/returns/case/case.ts';
import type { DoudianShop } from '../simulators/doudian-shop.ts';
import type { Difference } from './difference.ts';

/** A push this long before the lost one was read by then, and so did not show what the lost one told of. */
export const quietMs = 45_000;
/** Of so many lost pushes some are the last of their cases. */
const manyDropped = 20;

/** How many changes the records say that no webhook told of. */
export function missedCount(snapshots: ReadonlyMap<string, CaseSnapshot>): number {
  return [...snapshots.values()].reduce((sum, { missedWebhooks }) => sum + missedWebhooks.length, 0);
}

/** Whether the records show what nobody was told: each lost push that no other one made good, and none where none was lost. */
export function compareMissed(
  shop: Pick<DoudianShop, 'unheard'> & { readonly counts: { readonly pushes: { readonly dropped: number } } },
  snapshots: ReadonlyMap<string, CaseSnapshot>,
  chaos: number,
): Difference[] {
  const unshown = shop.unheard(quietMs).filter((id) => snapshots.get(id)?.missedWebhooks.length === 0);
  const missed = missedCount(snapshots);
  const { dropped } = shop.counts.pushes;
  return [
    ...unshown.map((id) => ({ about: `case ${id}`, what: 'its last push was never sent, and it does not show it' })),
    ...(chaos === 0 && missed > 0 ? [{ about: 'Backhaul', what: `missed ${missed} pushes, and none was lost` }] : []),
    ...(chaos > 0 && missed === 0 && dropped >= manyDropped
      ? [{ about: 'Backhaul', what: `missed none of ${dropped} pushes that were never sent` }]
      : []),
  ];
}
