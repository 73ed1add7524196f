import { type DeadlineNoticeMessage, executionInputOf } from './execution-input.ts';

/** Starts the clock of one deadline. */
export interface Timers {
  /** A second start of one name is refused, which is what we want: `already-started`. */
  start(name: string, input: string): Promise<'started' | 'already-started'>;
}

/**
 * Starts the execution of a deadline that was opened or moved. Its name is the deadline's id and the event's: the same event again starts
 * nothing, and a deadline that comes back after its clock had ended (a second receipt, a platform that changes its mind twice) gets a new one,
 * though Step Functions keeps a name for 90 days. Two clocks of one deadline do no harm: a tick is one fact however often it is told.
 */
export async function startTimer(
  message: DeadlineNoticeMessage,
  timers: Timers,
): Promise<'started' | 'already-started'> {
  const name = `${message.data.deadlineId}-${message.eventId.slice(0, 12)}`;
  return await timers.start(name, JSON.stringify(executionInputOf(message)));
}
