import { type Entry, entryIdOf } from '#shared/returns/attention/entry.ts';
import { attentionOf } from '#shared/returns/attention/rank.ts';
import type { Viewer } from '#shared/returns/attention/views.ts';
import { addMillis, type Instant } from '#shared/returns/record/instant.ts';

/** By the platform's clock: what it does by itself then is not undone. */
const soonMs = 2 * 3_600_000;

interface Looking {
  readonly viewer: Viewer | undefined;
  readonly now: Instant;
  readonly timeZone: string;
}

/** What is mine, has something to do, and is due or overdue by the platform's clock within two hours; by their ids. */
export function urgentOf(entries: readonly Entry[], { viewer, now, timeZone }: Looking): ReadonlySet<string> {
  if (!viewer) {
    return new Set();
  }
  const soon = addMillis(now, soonMs);
  const { items } = attentionOf(entries, { now, timeZone, viewer, view: 'mine' });
  const urgent = items.filter(({ entry: { platform } }) => platform?.dueAt !== undefined && platform.dueAt <= soon);
  return new Set(urgent.map(({ entry }) => entryIdOf(entry)));
}

/**
 * Which of them nobody was told of yet.
 *
 * @param before - Those of the last look; undefined at the first, which tells of none: whoever opens a page looks at it.
 */
export function newlyUrgent(before: ReadonlySet<string> | undefined, urgent: ReadonlySet<string>): string[] {
  return before ? [...urgent].filter((id) => !before.has(id)) : [];
}

/** When each was rung for, in any tab of this browser, by id. */
export type Rung = Readonly<Record<string, number>>;

const rungForMs = 30 * 60_000;

/** Several tabs find the same: the first rings. What came back after so long is new again. */
export function ringFor(
  ids: readonly string[],
  rung: Rung,
  nowMs: number,
): { readonly rings: boolean; readonly rung: Rung } {
  const kept = Object.entries(rung).filter(([, atMs]) => atMs <= nowMs && nowMs - atMs < rungForMs);
  const still = new Set(kept.map(([id]) => id));
  const fresh = ids.filter((id) => !still.has(id));
  return { rings: fresh.length > 0, rung: Object.fromEntries([...kept, ...fresh.map((id) => [id, nowMs] as const)]) };
}
