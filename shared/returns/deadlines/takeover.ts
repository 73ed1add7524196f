import { isPersonal } from '../contact/messages.ts';
import type { DeadlineRow } from './clock.ts';
import { responseClocks } from './response.ts';

/** A person takes over from the bot, or an AI for which a person answers. */
export const takeover: DeadlineRow = {
  usual: { dueAfterMinutes: 5, remindBeforeMinutes: 0, escalateEveryMinutes: 60, escalations: 0 },
  of: 'team',
  isQuiet: true,
  needs: 'messages',
  clocksOf: (basis, time) => responseClocks(basis, time, isPersonal),
};
