import type { DeadlineRow } from './clock.ts';

/** A person put the case off: from the time until which they did, somebody looks at it again. Met by whatever a person does to it then. */
export const snooze: DeadlineRow = {
  usual: { dueAfterMinutes: 60, remindBeforeMinutes: 60, escalateEveryMinutes: 4 * 60, escalations: 2 },
  of: 'team',
  outlivesCase: true,
  isQuiet: true,
  clocksOf: ({ work, touches }, { clock }) => {
    const openedAt = work?.snooze?.until;
    return openedAt ? [clock({ subject: 'case', openedAt, metAt: touches.find((at) => at >= openedAt) })] : [];
  },
};
