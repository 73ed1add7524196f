import type { DeadlineRow } from './clock.ts';
import { platformClock } from './platform-clock.ts';

/** The platform's own deadline for the replacement of an exchange: met once that was sent. Only platforms set one. */
export const replacement: DeadlineRow = {
  usual: { dueAfterMinutes: 48 * 60, remindBeforeMinutes: 8 * 60, escalateEveryMinutes: 4 * 60, escalations: 3 },
  of: 'merchant',
  clocksOf: ({ setByPlatform, replacement: sent }) => {
    const platform = setByPlatform.get('replacement');
    return platform ? platformClock('case', platform, sent?.at) : [];
  },
};
