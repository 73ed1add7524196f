import { Fault } from '#shared/fault/fault.ts';
import { type Instant, instantOf } from '#shared/returns/record/instant.ts';
import { sendLateStrikes } from './late-strikes.ts';
import type { Sweep, SweepState } from './ports.ts';
import { startClocks } from './start-clocks.ts';

export interface Swept {
  /** Strikes whose clock was silent. */
  readonly late: number;
  /** Clocks that were started. */
  readonly started: number;
  /** `yielded`: the inbox is behind, and late strikes wait. `behind`: there was more than one run has time for; the next goes on. */
  readonly outcome: 'swept' | 'yielded' | 'behind';
}

const first: SweepState = { startedUntil: '', lateAsOf: instantOf(0) };

/**
 * Once a minute: tells the strikes that are late, and starts the clocks of those that come within the next hour. So an hour without a sweep
 * delays nothing. Where it stands is written page by page, so that a run that was stopped is gone on with.
 * @throws Fault `clocks-not-started` when it is done, where some clocks could not be started.
 */
export async function sweepDeadlines(sweep: Sweep, now: Instant): Promise<Swept> {
  const state = (await sweep.readSweep()) ?? first;
  const yields = await sweep.isInboxBehind();
  const late = yields ? { sent: 0, state } : await sendLateStrikes(sweep, state, now);
  if (late.sent > 0) {
    await sweep.writeSweep(late.state);
  }
  const clocks = await startClocks(sweep, late.state, now);
  await sweep.writeSweep(clocks.state);
  if (clocks.faults.length > 0) {
    const [cause] = clocks.faults;
    const advice = 'nothing while it is once: the next sweep starts them; else look whether Step Functions answers';
    throw new Fault('clocks-not-started', `${clocks.faults.length} clocks could not be started`, { advice, cause });
  }
  // Where there was no time for all that is late, there was none for the clocks either.
  return { late: late.sent, started: clocks.started, outcome: clocks.more ? 'behind' : yields ? 'yielded' : 'swept' };
}
