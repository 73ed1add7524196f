import type { StrikeMessage } from '#shared/messages/inbox-message.ts';
import type { RecordName } from '#shared/messages/record-name.ts';
import type { TickFact } from '#shared/returns/deadlines/facts.ts';
import type { Deadline } from '#shared/returns/deadlines/part.ts';
import { ticksDue } from '#shared/returns/deadlines/strikes.ts';
import { foldRevision } from '#shared/returns/record/fold-revision.ts';
import { type Instant, millisOf } from '#shared/returns/record/instant.ts';
import type { Observation } from '#shared/returns/record/observation.ts';
import { ended, type Placed } from './placed.ts';
import type { StoredRecord } from './ports.ts';
import type { Recorder } from './recorder.ts';

/**
 * Looks which clocks of a record strike now, and puts their ticks: none before its time, and none for a deadline that is met, moved or gone.
 * A message that comes before its time comes again then, while there is still something to strike.
 */
export async function placeStrike(recorder: Recorder, { at, ...message }: StrikeMessage): Promise<Placed> {
  const { record, noun, readSnapshot, putTick } = clockedOf(recorder, message);
  const stored = await readSnapshot();
  if (!stored) {
    return ended({ outcome: 'ignored', reason: `there is no such ${noun}` });
  }
  if (stored.foldRevision !== foldRevision) {
    // An earlier fold knew of no strikes: folded anew, the record sends those that are near.
    return ended({ outcome: 'refolded' }, { record });
  }
  const now = recorder.now();
  const { deadlines = {} } = stored.snapshot;
  const ticks = ticksDue(deadlines, now);
  if (ticks.length > 0 && (await recorder.isInboxBehind())) {
    // What waits there may meet the deadline.
    return ended({ outcome: 'ignored', reason: 'the inbox is behind', againSeconds: restOf(secondsBetween(at, now)) });
  }
  for (const tick of ticks) {
    const id = `tick/${tick.deadlineId}/${tick.phase}/${tick.count}`;
    await putTick({ id, from: 'backhaul', receivedAt: now, facts: [tick] });
  }
  const again = isAwaited(deadlines, at, now) ? { againSeconds: secondsBetween(now, at) } : {};
  return ticks.length > 0
    ? ended({ outcome: 'applied', ...again }, { record })
    : ended({ outcome: 'ignored', reason: 'no clock of it strikes now', ...again });
}

type Deadlines = Readonly<Record<string, Deadline>>;

/** What a strike needs of a record, be it a case or a parcel. */
interface Clocked {
  readonly noun: 'case' | 'parcel';
  readonly record: RecordName;
  readonly readSnapshot: () => Promise<StoredRecord<{ readonly deadlines?: Deadlines }> | undefined>;
  readonly putTick: (tick: Observation<TickFact>) => Promise<unknown>;
}

function clockedOf({ cases, parcels }: Recorder, name: RecordName): Clocked {
  if ('parcel' in name) {
    const { parcel } = name;
    return {
      noun: 'parcel',
      record: { parcel },
      readSnapshot: async () => await parcels.readSnapshot(parcel),
      putTick: async (tick) => await parcels.putObservation(parcel, tick),
    };
  }
  const { caseKey } = name;
  return {
    noun: 'case',
    record: { caseKey },
    readSnapshot: async () => await cases.readSnapshot(caseKey),
    putTick: async (tick) => await cases.putObservation(caseKey, tick),
  };
}

/**
 * A strike that waits for the inbox rests for a minute, and longer the later it is, a quarter of an hour at most: each time that it comes counts
 * as a receive, of which it has a hundred.
 */
function restOf(lateSeconds: number): number {
  return Math.min(900, Math.max(60, Math.ceil(lateSeconds / 2)));
}

/** There is still something to strike at the message's own time, and it is to come. */
function isAwaited(deadlines: Deadlines, at: Instant, now: Instant): boolean {
  return at > now && Object.values(deadlines).some(({ nextStrike }) => nextStrike?.at === at);
}

function secondsBetween(from: Instant, to: Instant): number {
  return Math.ceil((millisOf(to) - millisOf(from)) / 1000);
}
