import type { NumberedAct } from '../acts/acts.ts';
import type { Instant } from '../record/instant.ts';
import type { Deed } from './part.ts';

/** When persons said that they did something on the platform, the earliest first. */
export function timesOfDeed(taken: readonly NumberedAct[], deed: Deed): Instant[] {
  return taken.flatMap(({ act }) => (act.act === 'handled-on-platform' && act.did === deed ? act.at : [])).sort();
}
