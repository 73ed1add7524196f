import { backAtOf } from '../goods/back.ts';
import { earliestOf, type Instant } from '../record/instant.ts';
import type { CaseParcel } from '../tracking/part.ts';
import { standingParcels } from '../tracking/standing.ts';
import type { Clock, DeadlineRow } from './clock.ts';

/**
 * A parcel that the carrier has arrives: from when its number was stated, once it moved. Met by its delivery, by anything that the warehouse says of it, or by the last of
 * what is expected. Of one that goes back to its sender nothing more is expected; of goods that went out nobody says since when they are on their way back.
 */
export const arrival: DeadlineRow = {
  usual: { dueAfterMinutes: 7 * 24 * 60, remindBeforeMinutes: 24 * 60, escalateEveryMinutes: 48 * 60, escalations: 2 },
  of: 'carrier',
  isQuiet: true,
  clocksOf: (basis, { clock }) => {
    const allAt = basis.goods.some(({ expected }) => expected > 0) ? backAtOf(basis) : undefined;
    return standingParcels(basis.parcels).flatMap((parcel): Clock[] => {
      const { number: subject, statedAt: openedAt, isOutbound, isTypedOutbound } = parcel;
      const metAt = earliestOf([...cameAtOf(parcel), allAt]);
      if (isOutbound || isTypedOutbound || !parcel.state?.movedAt || (metAt && metAt <= openedAt)) {
        return [];
      }
      const own = clock({ subject, openedAt, metAt });
      return isSentBack(parcel) && !isMissedBy(own, parcel.state.movedAt) ? [] : [own];
    });
  },
};

function cameAtOf({ state }: CaseParcel): (Instant | undefined)[] {
  return [state?.deliveredAt, state?.receivedAt, ...(state?.goods ?? []).map(({ at }) => at)];
}

function isSentBack({ state }: CaseParcel): boolean {
  return state?.sides.includes('returned-to-sender') === true;
}

function isMissedBy({ dueAt }: Clock, at: Instant): boolean {
  return dueAt !== undefined && dueAt < at;
}
