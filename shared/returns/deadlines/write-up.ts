import { latestOf } from '../record/instant.ts';
import type { DeadlineRow } from './clock.ts';

/** A closed case is written up: what it came of. It is what the end of a case asks for, so it runs on from there. */
export const writeUp: DeadlineRow = {
  usual: { dueAfterMinutes: 24 * 60, remindBeforeMinutes: 4 * 60, escalateEveryMinutes: 24 * 60, escalations: 2 },
  of: 'team',
  outlivesCase: true,
  isQuiet: true,
  needs: 'write-ups',
  clocksOf: ({ heardAt, closedAt, writtenUp }, { clock }) => {
    const openedAt = closedAt && latestOf([closedAt, heardAt]);
    const metAt = writtenUp?.at;
    return openedAt && !(metAt && metAt <= openedAt) ? [clock({ subject: 'case', openedAt, metAt })] : [];
  },
};
