import { earliestOf, type Instant, latestOf } from '../record/instant.ts';
import type { CaseParcel } from '../tracking/part.ts';
import { standingParcels } from '../tracking/standing.ts';
import type { Clock, DeadlineRow } from './clock.ts';

/**
 * Where somebody else announces returns, the warehouse is chased: of each parcel of an approved case it should say in time that it
 * expects it, from when we heard of the parcel: nobody is late for what a store told late. Goods that came are an answer, too.
 */
export const warehouseAcknowledges: DeadlineRow = {
  usual: { dueAfterMinutes: 60, remindBeforeMinutes: 30, escalateEveryMinutes: 2 * 60, escalations: 3 },
  of: 'warehouse',
  clocksOf: ({ warehouse, decision, details, parcels, warehouses }, { clock }) => {
    const own = warehouse && Object.hasOwn(warehouses, warehouse.id) ? warehouses[warehouse.id] : undefined;
    const isAwaited = own?.announce === false && decision.value === 'approved' && (details.lines ?? []).length > 0;
    if (!warehouse || !isAwaited) {
      return [];
    }
    return standingParcels(parcels).map((parcel): Clock => {
      const knownAt = parcel.knownAt ?? parcel.statedAt;
      const openedAt = latestOf([knownAt, decision.at]) ?? knownAt;
      return clock({ subject: parcel.number, openedAt, metAt: metAtOf(parcel, warehouse.id) });
    });
  },
};

function metAtOf({ state }: CaseParcel, warehouseId: string): Instant | undefined {
  const expected = state?.expected?.filter((each) => each.warehouseId === warehouseId) ?? [];
  return earliestOf([...expected, ...(state?.goods ?? [])].map(({ at }) => at));
}
