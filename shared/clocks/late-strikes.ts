import type { StoredRecord } from '#shared/recording/ports.ts';
import { foldRevision } from '#shared/returns/record/fold-revision.ts';
import { addMillis, type Instant, millisOf } from '#shared/returns/record/instant.ts';
import { aFewAtOnce } from './a-few-at-once.ts';
import type { Clocked, StrikeEntry, Sweep, SweepState } from './ports.ts';

const minuteMs = 60_000;
/**
 * How long a clock may be late before the sweep strikes in its place, and strikes again; after that once in an hour, not each minute: else what
 * cannot be done would fill its queue.
 */
const graceMs = 2 * minuteMs;
const secondMs = 8 * minuteMs;
const repeatMs = 60 * minuteMs;
const pageSize = 100;
/** A place before that of any time. */
const beforeAll = '0';

export interface Late {
  readonly sent: number;
  /** With a round in it that has not come to its end, where not all could be looked at in time. */
  readonly state: SweepState;
}

/** Sends every strike that is past its time and whose clock was silent. Catches any clock that was lost, one way or another. */
export async function sendLateStrikes(sweep: Sweep, state: SweepState, now: Instant): Promise<Late> {
  const began = state.round?.began ?? now;
  const span = { since: state.lateAsOf, until: began };
  let after = state.round?.after ?? beforeAll;
  let sent = 0;
  while (sweep.hasTime()) {
    const page = await sweep.listStrikes(after, addMillis(began, -graceMs), pageSize);
    const late = await lateOf(sweep, page, span);
    await sweep.send(late.map(({ record, at }) => ({ kind: 'strike', ...record, at })));
    sent += late.length;
    after = page.at(-1)?.place ?? after;
    if (page.length < pageSize) {
      const { round: _ended, ...rest } = state;
      return { sent, state: { ...rest, lateAsOf: began } };
    }
    await sweep.writeSweep({ ...state, round: { began, after } });
  }
  return { sent, state: { ...state, round: { began, after } } };
}

/** From the end of one round to the end of the next. */
interface Span {
  readonly since: Instant;
  readonly until: Instant;
}

/** By the records themselves: the index is a moment behind its table, and shows what struck meanwhile. */
async function lateOf({ readSnapshot }: Sweep, entries: readonly StrikeEntry[], span: Span): Promise<StrikeEntry[]> {
  const records = await aFewAtOnce(entries, async ({ record }) => await readSnapshot(record));
  return entries.filter((entry, index) => {
    const strikeAt = strikeAtOf(records[index], entry);
    return strikeAt !== undefined && isToBeTold(strikeAt, span);
  });
}

/** Since when a clock could have struck: one whose time was past when its record was written, since then. */
function strikeAtOf(record: StoredRecord<Clocked> | undefined, { at }: StrikeEntry): Instant | undefined {
  if (record && record.foldRevision < foldRevision) {
    // An earlier fold knew of no strikes.
    return at;
  }
  const { writtenAt, snapshot } = record ?? {};
  const strikeAt = snapshot?.nextStrikeAt;
  return strikeAt && writtenAt && writtenAt > strikeAt ? writtenAt : strikeAt;
}

/** Of the moments at which a late strike is told one has passed between two rounds. */
function isToBeTold(at: Instant, { since, until }: Span): boolean {
  return timesTold(at, until) > timesTold(at, since);
}

function timesTold(at: Instant, by: Instant): number {
  const lateMs = millisOf(by) - millisOf(at);
  if (lateMs < secondMs) {
    return lateMs < graceMs ? 0 : 1;
  }
  return 2 + Math.floor((lateMs - secondMs) / repeatMs);
}
