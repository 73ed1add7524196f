import type { DeadlineView } from '#shared/api/case-view.ts';
import { type Instant, millisOf } from '#shared/returns/record/instant.ts';

/** `ahead`: it begins later. `late`: met, and after its time. */
export type ClockState = 'ahead' | 'running' | 'near' | 'overdue' | 'met' | 'late' | 'paused';

/** A clock as a bar from when it opened (0) to when it ends (1): its due time, or where that has passed, now or when it was met. */
export interface ClockBar {
  readonly state: ClockState;
  /** So far time has run. */
  readonly run: number;
  /** Where it is due; beyond it the bar is late. Absent while it is paused. */
  readonly due?: number;
  /** Where people are reminded. */
  readonly remind?: number;
  /** Until it is due; negative beyond. Of one that is met: what was left. Absent while it is paused. */
  readonly leftMs?: number;
}

export function clockBarOf(clock: DeadlineView, now: Instant): ClockBar {
  const { openedAt, dueAt, metAt, remindAt } = clock;
  const opened = millisOf(openedAt);
  if (dueAt === undefined) {
    return metAt === undefined ? { state: 'paused', run: 1 } : { state: 'met', run: 1 };
  }
  const [due, at] = [millisOf(dueAt), millisOf(metAt ?? now)];
  // One that is due as it opens, or met before, still has a bar.
  const length = Math.max(due, at) - opened || 1;
  const share = (ms: number) => Math.min(1, Math.max(0, (ms - opened) / length));
  return {
    state: stateOf(clock, now),
    run: share(at),
    due: share(due),
    ...(remindAt !== undefined && { remind: share(millisOf(remindAt)) }),
    leftMs: due - at,
  };
}

function stateOf({ openedAt, dueAt, metAt, remindAt }: DeadlineView, now: Instant): ClockState {
  if (metAt !== undefined) {
    return dueAt !== undefined && metAt > dueAt ? 'late' : 'met';
  }
  if (dueAt !== undefined && dueAt <= now) {
    return 'overdue';
  }
  if (openedAt > now) {
    return 'ahead';
  }
  return remindAt !== undefined && remindAt <= now ? 'near' : 'running';
}

/** Those that run, the earliest first, those that are paused after them; and those that are met. */
export function inTurn(clocks: readonly DeadlineView[]): {
  readonly open: readonly DeadlineView[];
  readonly met: readonly DeadlineView[];
} {
  const dueOf = ({ dueAt }: DeadlineView) => (dueAt === undefined ? Number.POSITIVE_INFINITY : millisOf(dueAt));
  const open = clocks.filter(({ metAt }) => metAt === undefined);
  return {
    open: open.toSorted((a, b) => Math.sign(dueOf(a) - dueOf(b)) || 0),
    met: clocks.filter(({ metAt }) => metAt !== undefined),
  };
}
