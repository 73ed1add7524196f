import { foldRevision } from '#shared/returns/fold-case.ts';
import { addMillis, type Instant, millisOf } from '#shared/returns/instant.ts';
import { aFewAtOnce } from './a-few-at-once.ts';
import type { StrikeEntry, Sweep, SweepState } from './ports.ts';

/** How long a clock may be late before the sweep does its work. */
const graceMs = 2 * 60_000;
/** A strike that stays late is told so often again, not each minute: else what cannot be done would fill its queue. */
const repeatMs = 60 * 60_000;
const pageSize = 100;
/** A place before that of any time. */
const beforeAll = '0';

export interface Late {
  readonly sent: number;
  readonly state: SweepState;
  /** Not all could be looked at in time; the next run goes on. */
  readonly more: boolean;
}

/** Sends every strike that is past its time and whose clock was silent. Catches any clock that was lost, one way or another. */
export async function sendLateStrikes(sweep: Sweep, state: SweepState, now: Instant): Promise<Late> {
  const began = state.round?.began ?? now;
  const until = addMillis(began, -graceMs);
  let after = state.round?.after ?? beforeAll;
  let sent = 0;
  while (sweep.hasTime()) {
    const page = await sweep.listStrikes(after, until, pageSize);
    const toTell = page.filter(({ at }) => isToBeTold(at, state.lateAsOf, began));
    const late = await stillLate(sweep, toTell, until);
    await sweep.send(late.map(({ caseKey, at }) => ({ kind: 'strike', caseKey, at })));
    sent += late.length;
    after = page.at(-1)?.place ?? after;
    if (page.length < pageSize) {
      const { round: _ended, ...rest } = state;
      return { sent, state: { ...rest, lateAsOf: began }, more: false };
    }
  }
  return { sent, state: { ...state, round: { began, after } }, more: true };
}

/** The index is a moment behind its table: what struck meanwhile is not late. */
async function stillLate(
  { readSnapshot }: Sweep,
  entries: readonly StrikeEntry[],
  until: Instant,
): Promise<readonly StrikeEntry[]> {
  const isLate = await aFewAtOnce(entries, async ({ caseKey }) => {
    const stored = await readSnapshot(caseKey);
    const strikeAt = stored?.snapshot.nextStrikeAt;
    // An earlier fold knew of no strikes.
    return stored && (stored.foldRevision < foldRevision || (strikeAt !== undefined && strikeAt <= until));
  });
  return entries.filter((_, index) => isLate[index]);
}

/** Of the moments at which a late strike is told, after the grace and then again and again, one has passed between two rounds. */
function isToBeTold(at: Instant, since: Instant, until: Instant): boolean {
  return timesTold(at, until) > timesTold(at, since);
}

function timesTold(at: Instant, by: Instant): number {
  const lateMs = millisOf(by) - millisOf(at) - graceMs;
  return lateMs < 0 ? 0 : 1 + Math.floor(lateMs / repeatMs);
}
