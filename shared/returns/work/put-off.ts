import type { NumberedAct } from '../acts/acts.ts';
import { earliestOf, type Instant } from '../record/instant.ts';

/** From when until when a person put a record off at most. */
export interface PutOff {
  readonly from: Instant;
  readonly until: Instant;
}

/**
 * When persons put a record off until its buyer answers: each until its time, or until somebody did so anew or no longer.
 *
 * @param taken - Sorted by their numbers.
 */
export function putOffForBuyer(taken: readonly NumberedAct[]): PutOff[] {
  const acts = taken.map(({ act }) => act).filter(({ act }) => act === 'snooze' || act === 'wake');
  return acts.flatMap((act, index): PutOff[] => {
    if (act.act !== 'snooze' || act.reason !== 'waits-for-buyer') {
      return [];
    }
    const until = earliestOf([act.until, acts[index + 1]?.at]) ?? act.until;
    return [{ from: act.at, until }];
  });
}
