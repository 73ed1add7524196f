import { timeOutWords } from '#shared/api/time-out-words.ts';
import { type AttentionView, attentionViews, type GroupView } from '#shared/lists/attention-view.ts';
import { type AttentionGroup, entryIdOf } from '#shared/returns/attention/entry.ts';
import type { AttentionItem, AttentionList } from '#shared/returns/attention/rank.ts';

import { isInView, type View, type Viewer, views } from '#shared/returns/attention/views.ts';
import type { Instant } from '#shared/returns/record/instant.ts';
import type { Me } from '../../data/me.ts';
import { type DueToday, dueTodayOf } from './due-today.ts';

export interface Asked {
  readonly now: Instant;
  readonly timeZone: string;
  readonly viewer: Viewer;
  readonly view: View;
  readonly group?: AttentionGroup | undefined;
}

/** All that the page shows, but for the words of its rows. */
export interface TodayList {
  /** In the order in which to take them up. */
  readonly ids: readonly string[];
  readonly items: ReadonlyMap<string, AttentionItem>;
  /** Of the view, whatever the group; those that hold something. */
  readonly groups: readonly GroupView[];
  /** How many each view has. */
  readonly counts: Readonly<Record<View, number>>;
  readonly due: DueToday;
}

/** Rankings of the same records at the same time, each worked out only when what it is of changes: of ten thousand, one takes long enough. */
export interface Ranked {
  /** Of everybody's. */
  readonly all: AttentionList;
  /** Of the view, whatever the group. */
  readonly inView: AttentionList;
  /** Of the view and its group. */
  readonly shown: AttentionList;
}

export function todayListOf(
  { all, inView, shown }: Ranked,
  { viewer, ...at }: Omit<Asked, 'view' | 'group'>,
): TodayList {
  const { groups } = attentionViews({ items: [], groups: inView.groups }, { ...at, timeOutWords });
  return {
    ids: shown.items.map(({ entry }) => entryIdOf(entry)),
    items: new Map(shown.items.map((item) => [entryIdOf(item.entry), item])),
    groups: groups.filter(({ count }) => count > 0),
    counts: Object.fromEntries(
      views.map((each) => [each, all.items.filter(({ entry }) => isInView(entry, each, viewer)).length]),
    ) as Record<View, number>,
    due: dueTodayOf(shown.items),
  };
}

/** One row in words. */
export function viewOfItem(item: AttentionItem, at: Pick<Asked, 'now' | 'timeZone'>): AttentionView | undefined {
  return attentionViews({ items: [item], groups: [] }, { ...at, timeOutWords }).items[0];
}

/** Who looks, as lists name them. */
export function viewerOf({ person, listedAs, teams }: Pick<Me, 'person' | 'listedAs' | 'teams'>): Viewer {
  return { names: [person, listedAs].filter((name) => name !== undefined), teams };
}
