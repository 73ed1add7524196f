import { type Instant, instantOf } from '#shared/returns/instant.ts';
import { sendLateStrikes } from './late-strikes.ts';
import type { Sweep, SweepState } from './ports.ts';
import { startClocks } from './start-clocks.ts';

export interface Swept {
  /** Strikes whose clock was silent. */
  readonly late: number;
  /** Clocks that were started. */
  readonly started: number;
  /** `yielded`: the inbox is old, and late strikes wait. `behind`: there was more than one run has time for; the next goes on. */
  readonly outcome: 'swept' | 'yielded' | 'behind';
}

const first: SweepState = { startedUntil: '', lateAsOf: instantOf(0) };

/**
 * Once a minute: tells the strikes that are late, and starts the clocks of those that come within the next hour. So an hour without a sweep
 * delays nothing. Where it stands is written when it is done, so that a run that was stopped is done again.
 */
export async function sweepDeadlines(sweep: Sweep, now: Instant): Promise<Swept> {
  const state = (await sweep.readSweep()) ?? first;
  const isOld = await sweep.isInboxOld();
  const late = isOld ? { sent: 0, state, more: false } : await sendLateStrikes(sweep, state, now);
  const clocks = await startClocks(sweep, late.state, now);
  await sweep.writeSweep(clocks.state);
  const isBehind = late.more || clocks.more;
  return { late: late.sent, started: clocks.started, outcome: isBehind ? 'behind' : isOld ? 'yielded' : 'swept' };
}
