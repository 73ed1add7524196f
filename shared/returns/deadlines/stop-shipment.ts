import type { DeadlineRow } from './clock.ts';

/** Whoever was asked to stop a parcel on its way out says whether it was: with yes or no, for the money waits for it. */
export const stopShipment: DeadlineRow = {
  usual: { dueAfterMinutes: 45, remindBeforeMinutes: 15, escalateEveryMinutes: 60, escalations: 3 },
  of: 'warehouse',
  needs: 'stops',
  clocksOf: ({ stopRequested }, { clock }) =>
    stopRequested ? [clock({ subject: 'case', openedAt: stopRequested.at, metAt: stopRequested.answeredAt })] : [],
};
