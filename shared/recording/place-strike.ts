import type { StrikeMessage } from '#shared/messages/inbox-message.ts';
import type { CaseSnapshot } from '#shared/returns/case/case.ts';
import { ticksDue } from '#shared/returns/deadlines/strikes.ts';
import { foldRevision } from '#shared/returns/record/fold-revision.ts';
import { type Instant, millisOf } from '#shared/returns/record/instant.ts';
import { ended, type Placed } from './placed.ts';
import type { Recorder } from './recorder.ts';

/**
 * Looks which clocks of a case strike now, and puts their ticks: none before its time, and none for a deadline that is met, moved or gone.
 * A message that comes before its time comes again then, while there is still something to strike.
 */
export async function placeStrike(
  { cases, now: clock, isInboxBehind }: Recorder,
  { caseKey, at }: StrikeMessage,
): Promise<Placed> {
  const stored = await cases.readSnapshot(caseKey);
  if (!stored) {
    return ended({ outcome: 'ignored', reason: 'there is no such case' });
  }
  const record = { caseKey };
  if (stored.foldRevision !== foldRevision) {
    // An earlier fold knew of no strikes: folded anew, the record sends those that are near.
    return ended({ outcome: 'refolded' }, { record });
  }
  const now = clock();
  const ticks = ticksDue(stored.snapshot.deadlines, now);
  if (ticks.length > 0 && (await isInboxBehind())) {
    // What waits there may meet the deadline.
    return ended({ outcome: 'ignored', reason: 'the inbox is behind', againSeconds: restOf(secondsBetween(at, now)) });
  }
  for (const tick of ticks) {
    const id = `tick/${tick.deadlineId}/${tick.phase}/${tick.count}`;
    await cases.putObservation(caseKey, { id, from: 'backhaul', receivedAt: now, facts: [tick] });
  }
  const again = isAwaited(stored.snapshot, at, now) ? { againSeconds: secondsBetween(now, at) } : {};
  return ticks.length > 0
    ? ended({ outcome: 'applied', ...again }, { record })
    : ended({ outcome: 'ignored', reason: 'no clock of it strikes now', ...again });
}

/**
 * A strike that waits for the inbox rests for a minute, and longer the later it is, a quarter of an hour at most: each time that it comes counts
 * as a receive, of which it has a hundred.
 */
function restOf(lateSeconds: number): number {
  return Math.min(900, Math.max(60, Math.ceil(lateSeconds / 2)));
}

/** There is still something to strike at the message's own time, and it is to come. */
function isAwaited({ deadlines }: CaseSnapshot, at: Instant, now: Instant): boolean {
  return at > now && Object.values(deadlines).some(({ nextStrike }) => nextStrike?.at === at);
}

function secondsBetween(from: Instant, to: Instant): number {
  return Math.ceil((millisOf(to) - millisOf(from)) / 1000);
}
