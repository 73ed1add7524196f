import { useMemo } from 'react';
import type { Entry } from '#shared/returns/attention/entry.ts';
import { attentionOf } from '#shared/returns/attention/rank.ts';
import { type Awaited, awaitedOf } from './awaited.ts';
import { type Asked, type TodayList, todayListOf } from './today-list.ts';

/** All that the page shows; another view or group ranks no more than itself. */
export function useTodayList(
  entries: readonly Entry[],
  { now, timeZone, viewer, view, group }: Asked,
): TodayList & { readonly awaited: Awaited } {
  const all = useMemo(() => attentionOf(entries, { now, timeZone }), [entries, now, timeZone]);
  const inView = useMemo(
    () => (view === 'all' ? all : attentionOf(entries, { now, timeZone, viewer, view })),
    [all, entries, now, timeZone, viewer, view],
  );
  const shown = useMemo(
    () => (group ? attentionOf(entries, { now, timeZone, viewer, view, group }) : inView),
    [inView, entries, now, timeZone, viewer, view, group],
  );
  const awaited = useMemo(() => awaitedOf(entries, { now, viewer, view }), [entries, now, viewer, view]);
  return useMemo(
    () => ({ ...todayListOf({ all, inView, shown }, { now, timeZone, viewer }), awaited }),
    [all, inView, shown, now, timeZone, viewer, awaited],
  );
}
