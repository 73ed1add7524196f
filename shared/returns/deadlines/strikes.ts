import { addMillis, earliestOf, type Instant } from '../record/instant.ts';
import { addMinutes, type DeadlineRule } from './clock.ts';
import type { TickFact } from './facts.ts';
import { openingOf } from './opening.ts';
import type { Deadline, Strike } from './part.ts';

type Times = Pick<Deadline, 'remindAt' | 'dueAt' | 'metAt'>;

/** What a deadline's clock strikes next, after the ticks that are recorded of it; nothing once it is met or has struck to its end, or while it is paused. */
export function nextStrikeOf(
  { remindAt, dueAt, metAt }: Times,
  ticks: readonly TickFact[],
  { escalations, escalateEveryMinutes }: DeadlineRule,
): Strike | undefined {
  if (metAt || !dueAt || !remindAt) {
    return undefined;
  }
  const last = lastPastDue(ticks);
  if (last) {
    const count = last.count + 1;
    const at = addMinutes(last.at, escalateEveryMinutes);
    return count <= escalations ? { phase: 'escalation', count, at } : undefined;
  }
  const isReminded = ticks.some(({ phase }) => phase === 'reminder');
  return isReminded ? { phase: 'due', count: 0, at: dueAt } : { phase: 'reminder', count: 0, at: remindAt };
}

function lastPastDue(ticks: readonly TickFact[]): TickFact | undefined {
  return ticks
    .filter(({ phase }) => phase !== 'reminder')
    .toSorted((a, b) => a.count - b.count)
    .at(-1);
}

/** The earliest of what the clocks of a record strike next: what the sweep looks for. */
export function nextStrikeAtOf(deadlines: Readonly<Record<string, Pick<Deadline, 'nextStrike'>>>): Instant | undefined {
  return earliestOf(Object.values(deadlines).map(({ nextStrike }) => nextStrike?.at));
}

/** The ticks of all strikes whose time has come by `now`. A reminder for which it is too late comes together with the due time. */
export function ticksDue(deadlines: Readonly<Record<string, Deadline>>, now: Instant): TickFact[] {
  return Object.values(deadlines).flatMap((deadline): TickFact[] => {
    const { id: deadlineId, dueAt, nextStrike } = deadline;
    if (!nextStrike || nextStrike.at > now) {
      return [];
    }
    const { phase, count } = nextStrike;
    const tick = { fact: 'tick', deadlineId, phase, count, at: now } as const;
    if (phase !== 'reminder') {
      return [tick];
    }
    const reminder = { ...tick, opening: openingOf(deadline) };
    return dueAt && dueAt <= now ? [reminder, { ...tick, phase: 'due' }] : [reminder];
  });
}

/**
 * Strikes nearer than this when their record is written go by a message that is held back until then. Later ones wait in the index until the
 * sweep starts their clock. It looks ahead less far than this, so that an entry has minutes to show in the index.
 */
const nearMs = 75 * 60_000;
export const sweptMs = 70 * 60_000;

export function isNear(at: Instant, now: Instant): boolean {
  return at < addMillis(now, nearMs);
}
