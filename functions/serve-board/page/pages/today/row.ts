import type { AttentionView } from '#shared/lists/attention-view.ts';
import type { Entry } from '#shared/returns/attention/entry.ts';
import type { AttentionItem } from '#shared/returns/attention/rank.ts';
import type { Asked } from './today-list.ts';
import { viewOfItem } from './today-list.ts';

/** A row of the list in words. */
export interface Row extends AttentionView {
  readonly id: string;
  /** From 1: of the first few, which are to be done first. */
  readonly place?: number;
  /** It stands here only until the list may move. */
  readonly isGone: boolean;
}

interface Around extends Pick<Asked, 'now' | 'timeZone'> {
  readonly items: ReadonlyMap<string, AttentionItem>;
  /** As they were shown last. */
  readonly before: ReadonlyMap<string, AttentionItem>;
  /** All open records, by id. */
  readonly entries: ReadonlyMap<string, Entry>;
  /** So many are to be done first. */
  readonly first: number;
}

/** Rows in the order in which they are shown; of what left the list, as it was last. */
export function rowsOf(ids: readonly string[], { items, before, entries, first, ...at }: Around): Row[] {
  return ids.flatMap((id, index) => {
    const item = items.get(id) ?? before.get(id);
    const view = item && viewOfItem({ ...item, entry: entries.get(id) ?? item.entry }, at);
    return view ? [{ ...view, id, isGone: !items.has(id), ...(index < first && { place: index + 1 }) }] : [];
  });
}

/** The address of the whole page of a case; of a parcel that of all that nobody claims. */
export function pageOf(entry: Entry): string {
  return entry.record === 'case' ? `/cases/${encodeURIComponent(entry.key)}` : '/unclaimed';
}
