import { isPersonal } from '../contact/messages.ts';
import type { DeadlineRow } from './clock.ts';
import { responseClocks } from './response.ts';

/** The same as a takeover, by the figure that is agreed with a team: a takeover that comes late may still keep to it. */
export const firstResponse: DeadlineRow = {
  usual: { dueAfterMinutes: 10, remindBeforeMinutes: 0, escalateEveryMinutes: 60, escalations: 3 },
  of: 'team',
  isQuiet: true,
  needs: 'messages',
  clocksOf: (basis, time) => responseClocks(basis, time, isPersonal),
};
