import type { EntriesRead } from '#shared/lists/entries-read.ts';
import type { EntryReader } from '#shared/lists/entry-reader.ts';
import type { Shelf } from '#shared/lists/partitions.ts';
import { shelvesSeen } from '#shared/lists/shelves.ts';
import type { Merchant } from '#shared/merchant/merchant.ts';
import type { Instant } from '#shared/returns/record/instant.ts';
import type { Caller } from './caller.ts';

export interface ListNeeds {
  readonly lists: EntryReader;
  readonly merchant: Pick<Merchant, 'channels' | 'timeZone'>;
  readonly now: () => Instant;
}

/** The shelves that a caller may see. */
export function shelvesOf({ merchant }: Pick<ListNeeds, 'merchant'>, { sight }: Caller): Shelf[] {
  return shelvesSeen(sight, merchant);
}

/** The entries of lists that a caller may see: open ones, and those that were done lately. */
export async function entriesSeen(needs: ListNeeds, caller: Caller): Promise<EntriesRead> {
  return await needs.lists.read(shelvesOf(needs, caller));
}
