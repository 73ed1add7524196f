import type { InboxMessage } from '#shared/recording/inbox.ts';
import type { StoredRecord } from '#shared/recording/ports.ts';
import type { CaseSnapshot, Deadline } from '#shared/returns/case.ts';
import { addMillis, type Instant } from '#shared/returns/instant.ts';

/** How long a timer may be late before the sweep does its work. */
const graceMs = 2 * 60_000;

export interface Sweep {
  /** Keys of cases with a deadline due before `at`, the earliest first. */
  readonly listDue: (at: Instant, limit: number) => Promise<readonly string[]>;
  readonly readSnapshot: (key: string) => Promise<StoredRecord<CaseSnapshot> | undefined>;
  readonly send: (tick: Extract<InboxMessage, { readonly kind: 'tick' }>) => Promise<void>;
}

/**
 * Gives every open deadline that is past due, and whose clock did not say so, the tick that it lacks. Catches any clock whose execution was lost.
 * @returns how many ticks were sent; `more` when the list was longer than the limit, the rest comes next time.
 */
export async function sweepDeadlines(
  sweep: Sweep,
  now: Instant,
  limit = 500,
): Promise<{ readonly ticks: number; readonly more: boolean }> {
  const before = addMillis(now, -graceMs);
  const keys = await sweep.listDue(before, limit);
  let ticks = 0;
  for (const key of keys) {
    const stored = await sweep.readSnapshot(key);
    for (const deadline of lateDeadlines(stored?.snapshot, before)) {
      const tick = { fact: 'tick', deadlineId: deadline.id, phase: 'due', count: 0, at: now } as const;
      await sweep.send({ kind: 'tick', caseKey: key, tick });
      ticks += 1;
    }
  }
  return { ticks, more: keys.length >= limit };
}

function lateDeadlines(snapshot: CaseSnapshot | undefined, before: Instant): Deadline[] {
  return Object.values(snapshot?.deadlines ?? {}).filter(
    (deadline) => !deadline.metAt && !deadline.missed && deadline.dueAt <= before,
  );
}
