import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { AttentionItem } from '#shared/returns/attention/rank.ts';
import type { Instant } from '#shared/returns/record/instant.ts';
import type { Records } from '../../data/records.ts';
import { firstFew } from './headline.tsx';
import { type Row, rowsOf } from './row.ts';
import type { TodayList } from './today-list.ts';

/** So many at a time: a browser lays out what nobody scrolls to, too. */
const step = 60;

interface Around {
  readonly list: TodayList;
  /** In the order in which they are shown. */
  readonly ids: readonly string[];
  readonly records: Records;
  readonly now: Instant;
  readonly timeZone: string;
  /** This one is shown in any case. */
  readonly chosen: string | undefined;
}

export interface Rows {
  readonly rows: readonly Row[];
  /** How many more the next step shows; none: all are shown. */
  readonly more: number;
  readonly showMore: () => void;
}

/** The first rows in words, and more of them when somebody wants more. */
export function useRows({ list, ids, records, now, timeZone, chosen }: Around): Rows {
  const [wanted, setWanted] = useState(step);
  const before = useRef<ReadonlyMap<string, AttentionItem>>(new Map());
  const count = Math.max(wanted, chosen === undefined ? 0 : ids.indexOf(chosen) + 1);
  const rows = useMemo(() => {
    const first = Math.min(firstFew, list.due.count);
    const around = { items: list.items, before: before.current, entries: records.entries, first, now, timeZone };
    return rowsOf(ids.slice(0, count), around);
  }, [list, ids, count, records, now, timeZone]);
  useEffect(() => {
    const kept = ids.flatMap((id): [string, AttentionItem][] => {
      const item = list.items.get(id) ?? before.current.get(id);
      return item ? [[id, item]] : [];
    });
    before.current = new Map(kept);
  }, [ids, list]);
  const showMore = useCallback(() => setWanted(count + step), [count]);
  return { rows, more: Math.min(step, Math.max(0, ids.length - count)), showMore };
}
