import type { CaseRules } from '../case/case.ts';
import { addMillis, type Instant } from '../record/instant.ts';
import type { CaseParcel } from '../tracking/part.ts';
import { type Clock, type DeadlineBasis, minutes } from './clock.ts';

/**
 * Where somebody else announces returns, the warehouse is chased: of each parcel of an approved case it should say in time that it
 * expects it, from when we heard of the parcel: nobody is late for what a store told late. Goods that came are an answer, too.
 */
export function acknowledgeClocks({ warehouse, decision, details, parcels }: DeadlineBasis, rules: CaseRules): Clock[] {
  const own = warehouse && Object.hasOwn(rules.warehouses, warehouse.id) ? rules.warehouses[warehouse.id] : undefined;
  const isAwaited = own?.announce === false && decision.value === 'approved' && (details.lines ?? []).length > 0;
  if (!warehouse || !isAwaited) {
    return [];
  }
  const dueAfter = minutes(rules.deadlines['warehouse-acknowledges'].dueAfterMinutes);
  return parcels
    .filter(({ stands, state }) => stands && state?.allotment !== 'not-attributed')
    .map((parcel) => {
      const openedAt = laterOf(parcel.knownAt ?? parcel.statedAt, decision.at);
      const metAt = metAtOf(parcel, warehouse.id);
      return {
        kind: 'warehouse-acknowledges',
        subject: parcel.number,
        openedAt,
        dueAt: addMillis(openedAt, dueAfter),
        setBy: 'policy',
        ...(metAt && { metAt }),
      };
    });
}

function laterOf(a: Instant, b: Instant | undefined): Instant {
  return b && b > a ? b : a;
}

function metAtOf({ state }: CaseParcel, warehouseId: string): Instant | undefined {
  const expected = state?.expected?.filter((each) => each.warehouseId === warehouseId) ?? [];
  return [...expected, ...(state?.goods ?? [])].map(({ at }) => at).sort()[0];
}
