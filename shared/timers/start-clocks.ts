import { foldRevision } from '#shared/returns/fold-case.ts';
import { addMillis, type Instant } from '#shared/returns/instant.ts';
import { isNear, sweptMs } from '#shared/returns/strikes.ts';
import { aFewAtOnce } from './a-few-at-once.ts';
import type { StrikeEntry, Sweep, SweepState } from './ports.ts';
import { type CaseStrike, executionInputOf, executionNameOf } from './strike-execution.ts';

const pageSize = 100;

export interface Started {
  readonly started: number;
  readonly state: SweepState;
  /** Not all could be started in time; the next run goes on. */
  readonly more: boolean;
}

/** Starts the clock of every strike that comes within the next hour and that no message waits for. */
export async function startClocks(sweep: Sweep, state: SweepState, now: Instant): Promise<Started> {
  const end = addMillis(now, sweptMs);
  let after = state.startedUntil > now ? state.startedUntil : now;
  let started = 0;
  while (sweep.hasTime()) {
    const page = await sweep.listStrikes(after, end, pageSize);
    const counts = await aFewAtOnce(page, async (entry) => await startOne(sweep, entry, now));
    started += counts.reduce((sum, count) => sum + count, 0);
    after = page.at(-1)?.place ?? after;
    if (page.length < pageSize) {
      return { started, state: { ...state, startedUntil: end }, more: false };
    }
  }
  return { started, state: { ...state, startedUntil: after }, more: true };
}

/** @returns how many clocks were started. */
async function startOne(sweep: Sweep, { caseKey, at }: StrikeEntry, now: Instant): Promise<number> {
  const stored = await sweep.readSnapshot(caseKey);
  if (stored && stored.foldRevision < foldRevision) {
    // An earlier fold knew of no strikes: whoever takes this folds the record anew.
    await sweep.send([{ kind: 'strike', caseKey, at: now }]);
    return 0;
  }
  // One that was near when its record was written has a message of its own.
  const isSent = stored?.writtenAt !== undefined && isNear(at, stored.writtenAt);
  const strikes = Object.values(stored?.snapshot.deadlines ?? {}).flatMap(({ id, nextStrike }): CaseStrike[] =>
    nextStrike?.at === at && !isSent ? [{ caseKey, deadlineId: id, strike: nextStrike }] : [],
  );
  const results = await Promise.all(
    strikes.map((strike) => sweep.timers.start(executionNameOf(strike), JSON.stringify(executionInputOf(strike)))),
  );
  return results.filter((result) => result === 'started').length;
}
