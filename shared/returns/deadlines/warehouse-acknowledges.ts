import { earliestOf, type Instant, latestOf } from '../record/instant.ts';
import type { CaseParcel } from '../tracking/part.ts';
import { standingParcels } from '../tracking/standing.ts';
import type { Clock, DeadlineBasis, DeadlineRow } from './clock.ts';

/**
 * The warehouse says in time that it expects a parcel of an approved case, whoever announces it: from when we heard of the parcel: nobody is late for what a
 * store told late. Of what Backhaul itself announces any answer counts, where the warehouse gives any; what it holds back nobody waits for. Goods that came are an
 * answer, too.
 */
export const warehouseAcknowledges: DeadlineRow = {
  usual: { dueAfterMinutes: 60, remindBeforeMinutes: 30, escalateEveryMinutes: 2 * 60, escalations: 3 },
  of: 'warehouse',
  clocksOf: (basis, { clock }) => {
    const { warehouse, decision, details, parcels, warehouses, announced } = basis;
    const own = warehouse && Object.hasOwn(warehouses, warehouse.id) ? warehouses[warehouse.id] : undefined;
    if (!warehouse || !own || decision.value !== 'approved' || (details.lines ?? []).length === 0) {
      return [];
    }
    return standingParcels(parcels)
      .filter(({ number }) => !own.announce || (own.answers && announced.has(number)))
      .flatMap((parcel): Clock[] => {
        const knownAt = parcel.knownAt ?? parcel.statedAt;
        const openedAt = latestOf([knownAt, decision.at]) ?? knownAt;
        const metAt = metAtOf(parcel, warehouse.id, basis);
        const isMetBefore = own.announce && metAt !== undefined && metAt < openedAt;
        return isMetBefore ? [] : [clock({ subject: parcel.number, openedAt, metAt })];
      });
  },
};

function metAtOf(
  { number, state }: CaseParcel,
  warehouseId: string,
  { announced }: Pick<DeadlineBasis, 'announced'>,
): Instant | undefined {
  const expected = state?.expected?.filter((each) => each.warehouseId === warehouseId) ?? [];
  const said = [...expected, ...(state?.goods ?? [])].map(({ at }) => at);
  return earliestOf([announced.get(number), ...said]);
}
