import type { PreAdvice } from '#shared/returns/pre-advice/events.ts';
import type { Told } from '#shared/returns/record/change.ts';
import { heardIn, standingEntries } from '#shared/returns/record/tell.ts';

/** What a warehouse has to know of a case now: the pre-advices that its record last told it and did not take back. */
export function wantedAdvices(told: Told, warehouseId: string): PreAdvice[] {
  return standingEntries(heardIn(told), `pre-advice/${warehouseId}/`).flatMap(({ change }) => {
    if (change?.type === 'Return Tracking Assigned') {
      return [change.data];
    }
    if (change?.type === 'Return Tracking Replaced') {
      const { replaces: _replaces, ...advice } = change.data;
      return [advice];
    }
    return [];
  });
}
