import { isNear, sweptMs } from '#shared/returns/deadlines/strikes.ts';
import { foldRevision } from '#shared/returns/record/fold-revision.ts';
import { addMillis, type Instant } from '#shared/returns/record/instant.ts';
import { aFewAtOnce } from './a-few-at-once.ts';
import type { RecordStrike, StrikeEntry, Sweep, SweepState } from './ports.ts';

const pageSize = 100;

export interface Started {
  readonly started: number;
  readonly state: SweepState;
  /** Not all could be started in time; the next run goes on. */
  readonly more: boolean;
  /** Why some could not be started. The next run looks at the first of them and at all behind it once more. */
  readonly faults: readonly unknown[];
}

/** Starts the clock of every strike that comes within the next hour and that no message waits for. One that cannot be started holds up no other. */
export async function startClocks(sweep: Sweep, state: SweepState, now: Instant): Promise<Started> {
  const end = addMillis(now, sweptMs);
  const tries: Try[] = [];
  let after = state.startedUntil > now ? state.startedUntil : now;
  const startedBy = (place: string, more: boolean): Started => ({
    started: tries.reduce((sum, { started = 0 }) => sum + started, 0),
    state: { ...state, startedUntil: tries.find(({ fault }) => fault)?.after ?? place },
    more,
    faults: tries.flatMap(({ fault }) => fault ?? []),
  });
  while (sweep.hasTime()) {
    const page = await sweep.listStrikes(after, end, pageSize);
    const places = [after, ...page.map(({ place }) => place)];
    const results = await aFewAtOnce(page, async (entry) => await tryOne(sweep, entry, now));
    tries.push(...results.map((result, index) => ({ ...result, after: places[index] ?? after })));
    after = places.at(-1) ?? after;
    if (page.length < pageSize) {
      return startedBy(end, false);
    }
    await sweep.writeSweep(startedBy(after, true).state);
  }
  return startedBy(after, true);
}

interface Try {
  readonly started?: number;
  readonly fault?: unknown;
  /** The place before its own. */
  readonly after: string;
}

async function tryOne(sweep: Sweep, entry: StrikeEntry, now: Instant): Promise<Omit<Try, 'after'>> {
  try {
    return { started: await startOne(sweep, entry, now) };
  } catch (fault) {
    return { fault };
  }
}

/** @returns how many clocks were started. */
async function startOne(sweep: Sweep, { record, at }: StrikeEntry, now: Instant): Promise<number> {
  const stored = await sweep.readSnapshot(record);
  if (stored && stored.foldRevision < foldRevision) {
    // An earlier fold knew of no strikes: whoever takes this folds the record anew.
    await sweep.send([{ kind: 'strike', ...record, at: now }]);
    return 0;
  }
  // One that was near when its record was written has a message of its own.
  const isSent = stored?.writtenAt !== undefined && isNear(at, stored.writtenAt);
  const strikes = Object.values(stored?.snapshot.deadlines ?? {}).flatMap(({ id, nextStrike }): RecordStrike[] =>
    nextStrike?.at === at && !isSent ? [{ record, deadlineId: id, strike: nextStrike }] : [],
  );
  const results = await Promise.all(strikes.map((strike) => sweep.timers.start(strike)));
  return results.filter((result) => result === 'started').length;
}
