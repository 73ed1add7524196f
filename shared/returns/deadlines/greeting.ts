import type { DeadlineRow } from './clock.ts';
import { responseClocks } from './response.ts';

/** The buyer is greeted and asked what is wrong: by a bot, an AI or a person, at any hour. */
export const greeting: DeadlineRow = {
  usual: { dueAfterMinutes: 0.5, remindBeforeMinutes: 0, escalateEveryMinutes: 60, escalations: 0 },
  of: 'team',
  roundTheClock: true,
  isQuiet: true,
  needs: 'messages',
  clocksOf: (basis, time) => responseClocks(basis, time, () => true),
};
