import { textOfRecord } from '#shared/messages/record-name.ts';
import type { Store } from '#shared/store/open-store.ts';
import type { Log } from '../run/progress.ts';
import { isByDay, type OpenLists, readOpenPage } from './open-records.ts';
import { type RebuildWork, type RebuiltPage, rebuildPage } from './rebuild-page.ts';

/** How many are under way at most: the inbox belongs to the senders. */
const pageSize = 25;

export interface OpenWork extends RebuildWork {
  readonly store: Pick<Store, 'cases' | 'parcels' | 'listings'>;
  readonly lists: OpenLists;
  /** Where an earlier run stopped, as it said. */
  readonly first?: string | undefined;
  readonly log: Log;
}

/**
 * Has every open record folded anew, each once, page by page.
 * @throws Error where none of a page was folded within a minute, and, after all the others, where some were not.
 */
export async function rebuildOpen({ lists, first, log, ...work }: OpenWork): Promise<void> {
  const seen = new Set<string>();
  const sums = new Map<string, number>();
  let at = first;
  do {
    const { list, records, next } = await readOpenPage(work.store.listings, lists, at, pageSize);
    const fresh = records.filter((record) => !seen.has(textOfRecord(record)));
    for (const record of fresh) {
      seen.add(textOfRecord(record));
    }
    const page = await rebuildPage(fresh, isByDay(list), work);
    addTo(sums, page);
    tellPage(log, page, `${list}: ${sumsText(sums)}${next ? `; go on with --after ${next}` : ''}`, next === undefined);
    if (page.asked > 0 && page.folded === 0) {
      throw new Error('None of these was folded within a minute: look at the inbox, and go on when it is empty.');
    }
    at = next;
  } while (at !== undefined);
  if (sums.get('late')) {
    throw new Error('Some were not folded within a minute: look at the inbox and its dead letters, and run it again.');
  }
}

/** A page of which nothing was asked is passed over in silence: most days of a second run have none. */
function tellPage(log: Log, { asked, late }: RebuiltPage, line: string, isLast: boolean): void {
  for (const record of late) {
    log(`${textOfRecord(record)}: not folded within a minute`);
  }
  if (asked > 0 || isLast) {
    log(line);
  }
}

type Sums = Map<string, number>;

function addTo(sums: Sums, { open, folded, told, late }: RebuiltPage): void {
  const counts = { open: open.length, 'folded anew': folded, ...told, ...(late.length > 0 && { late: late.length }) };
  for (const [what, count] of Object.entries(counts)) {
    sums.set(what, (sums.get(what) ?? 0) + count);
  }
}

function sumsText(sums: Sums): string {
  return [...sums].map(([what, count]) => `${count} ${what}`).join(', ');
}
