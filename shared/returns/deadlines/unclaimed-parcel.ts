import type { DeadlineRow, ParcelDeadlineBasis } from './clock.ts';

/** A parcel came to a warehouse, and no case counts it: somebody finds out whose it is. From when we heard of it; met by the word of a case. */
export const unclaimedParcel: DeadlineRow<ParcelDeadlineBasis> = {
  usual: { dueAfterMinutes: 24 * 60, remindBeforeMinutes: 8 * 60, escalateEveryMinutes: 12 * 60, escalations: 3 },
  of: 'team',
  clocksOf: ({ number, cameAt, unclaimed, claimedAt }, { clock }) => {
    const metAt = !unclaimed && cameAt && claimedAt && claimedAt > cameAt ? claimedAt : undefined;
    return cameAt && (unclaimed || metAt) ? [clock({ subject: number, openedAt: cameAt, metAt })] : [];
  },
};
