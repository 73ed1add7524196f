import { addMillis, type Instant } from '../record/instant.ts';
import { todoOf } from './actions.ts';
import type { Entry, Todo } from './entry.ts';
import { platformClockAction } from './kind-actions.ts';

const hourMs = 3_600_000;

/** So near is a platform's time that nothing hides it. */
export const platformSoonMs = 2 * hourMs;
/** So long a record that somebody handled in the store's back office waits for the store's own word. */
export const awaitStoreMs = 15 * 60_000;

/** What is to do about an entry at a time, the first thing first; empty where nothing is, or nobody has to think of it now. */
export function todosInForce(entry: Entry, now: Instant): readonly Todo[] {
  return entry.isOpen ? openTodos(entry, momentsAt(now)) : [];
}

/** What is worked out of the time once, and not for each of ten thousand entries. */
export interface Moments {
  readonly now: Instant;
  readonly soon: Instant;
  /** What somebody did there before is not waited for any more. */
  readonly awaitedSince: Instant;
}

export function momentsAt(now: Instant): Moments {
  return { now, soon: addMillis(now, platformSoonMs), awaitedSince: addMillis(now, -awaitStoreMs) };
}

/** The same of an entry that is open. */
export function openTodos(entry: Entry, { now, soon, awaitedSince }: Moments): readonly Todo[] {
  const { work } = entry;
  const isAwaited = work.handled?.state === 'awaited' && work.handled.at > awaitedSince;
  if (work.handled && isAwaited) {
    return [todoOf('await-store', { since: work.handled.at })];
  }
  const isPlatformSoon = entry.platform?.dueAt !== undefined && entry.platform.dueAt <= soon;
  if (work.snooze && now < work.snooze.until && !isPlatformSoon) {
    return [];
  }
  const due = entry.todos.filter(({ from }) => from === undefined || from <= now);
  return [...differing(entry), ...(isPlatformSoon ? platformSoon(entry) : []), ...due];
}

/** What somebody did there is not what the store says. */
function differing({ work: { handled } }: Entry): Todo[] {
  return handled?.state === 'differs' ? [todoOf('compare-with-store', { since: handled.at })] : [];
}

/** What the platform waits for, by its clock: as it stands among the rest, but for its place. */
function platformSoon(entry: Entry): Todo[] {
  const { platform, todos } = entry;
  const action = platform && platformClockAction(platform.kind, platform.subject ?? platform.kind);
  if (!action) {
    return [];
  }
  const same = todos.find((todo) => todo.action === action);
  const since = same?.since ?? (entry.record === 'case' ? entry.openedAt : entry.since) ?? entry.writtenAt;
  const stake = same?.stake ?? Math.max(0, ...todos.map((todo) => todo.stake ?? 0));
  return [{ ...todoOf(action, { since, stake }), group: 'platform-soon' }];
}
