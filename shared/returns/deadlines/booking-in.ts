import { backAtOf } from '../goods/back.ts';
import { countedByCase } from '../goods/fold.ts';
import { earliestOf, type Instant } from '../record/instant.ts';
import type { CaseParcel } from '../tracking/part.ts';
import type { Clock, DeadlineRow } from './clock.ts';

/**
 * Signed for at the warehouse's door, and not booked in: from the carrier's word until the warehouse reports anything of it, by parcel or by case, or all that
 * is expected has come. What it said by case before that is of the parcel where that is the only one, else of another.
 */
export const bookingIn: DeadlineRow = {
  usual: { dueAfterMinutes: 24 * 60, remindBeforeMinutes: 8 * 60, escalateEveryMinutes: 12 * 60, escalations: 3 },
  of: 'warehouse',
  clocksOf: (basis, { clock }) => {
    const { parcels, directGoods, goods } = basis;
    const byCase = countedByCase(directGoods, parcels);
    const allAt = goods.some(({ expected }) => expected > 0) ? backAtOf(basis) : undefined;
    const isOnly = parcels.filter(({ stands }) => stands).length === 1;
    return parcels.flatMap((parcel): Clock[] => {
      const openedAt = parcel.stands ? deliveredAtOf(parcel) : undefined;
      const byCaseAt = byCase.find(({ at }) => isOnly || (openedAt && at >= openedAt))?.at;
      const metAt = parcel.state?.receivedAt ?? earliestOf([byCaseAt, allAt]);
      if (!openedAt || (metAt && metAt <= openedAt)) {
        return [];
      }
      return [clock({ subject: parcel.number, openedAt, metAt })];
    });
  },
};

/**
 * Delivered to us: what went back to its sender, or was refused, is not here, but for goods that went out: these came home. A parcel that says only where it is
 * was delivered when it last moved; one of goods that went out, to the buyer.
 */
function deliveredAtOf({ state, isOutbound, isTypedOutbound }: CaseParcel): Instant | undefined {
  const wentOut = isOutbound || isTypedOutbound;
  const elsewhere = wentOut ? otherwhere : [...otherwhere, ...backAtSender];
  if (!state || state.sides.some((side) => elsewhere.includes(side))) {
    return undefined;
  }
  return state.deliveredAt ?? (!wentOut && state.stage === 'delivered' ? state.movedAt : undefined);
}

const otherwhere: readonly string[] = ['wrong-warehouse'];
const backAtSender: readonly string[] = ['returned-to-sender', 'refused'];
