import { addMinutes, type ClockTime, type DeadlineRule } from './clock.ts';

/** How time is counted for a kind of deadline. */
export function clockTimeOf(rule: DeadlineRule): ClockTime {
  return {
    rule,
    clock: ({ subject, openedAt, metAt, minutes = rule.dueAfterMinutes }) => ({
      subject,
      openedAt,
      dueAt: addMinutes(openedAt, minutes),
      setBy: 'policy',
      ...(metAt && { metAt }),
    }),
  };
}
