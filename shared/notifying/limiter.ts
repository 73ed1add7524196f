import { addMillis, type Instant } from '#shared/returns/record/instant.ts';
import type { RobotState } from './ports.ts';

/** What DingTalk and WeCom take in a minute; Feishu takes more. */
export const mostAMinute = 20;
/** A minute by their clocks, and what a call may take on its way. */
const windowMs = 75_000;
/** After each failure in a row twice as long, up to half an hour. */
const mostPauseMinutes = 30;

/** How many messages a robot takes now. */
export function permitsLeft(state: RobotState, now: Instant): number {
  const isPaused = state.pausedUntil !== undefined && state.pausedUntil > now;
  return isPaused ? 0 : Math.max(0, mostAMinute - recentOf(state, now).length);
}

export function afterSending(state: RobotState, now: Instant): RobotState {
  return { ...state, version: state.version + 1, sentAt: [...recentOf(state, now), now] };
}

export function afterSuccess({ version, sentAt }: RobotState): RobotState {
  return { version: version + 1, sentAt, failures: 0 };
}

/** It takes nothing for as long as it said; where it said nothing, for a minute, and longer each time. */
export function afterFailure(state: RobotState, now: Instant, pauseMinutes?: number): RobotState {
  const failures = state.failures + 1;
  const pausedUntil = addMillis(now, (pauseMinutes ?? backOffMinutes(failures)) * 60_000);
  return { ...state, version: state.version + 1, failures, pausedUntil };
}

/** How long something waits that failed so often. */
export function backOffMinutes(failures: number): number {
  return Math.min(mostPauseMinutes, 2 ** (failures - 1));
}

function recentOf({ sentAt }: RobotState, now: Instant): Instant[] {
  const from = addMillis(now, -windowMs);
  return sentAt.filter((at) => at > from);
}
