import { type DeadlineNoticeMessage, executionInputOf } from './execution-input.ts';

/** Starts the clock of one deadline. */
export interface Timers {
  /** A second start of one name is refused, which is what we want: `already-started`. */
  start(name: string, input: string): Promise<'started' | 'already-started'>;
}

/** Starts the execution of a deadline that was opened or moved; the execution's name is the deadline's id, so it runs once. */
export async function startTimer(
  message: DeadlineNoticeMessage,
  timers: Timers,
): Promise<'started' | 'already-started'> {
  return await timers.start(message.data.deadlineId, JSON.stringify(executionInputOf(message)));
}
