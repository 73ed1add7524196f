import type { EntryReader } from '#shared/lists/entry-reader.ts';
import { parcelShelf } from '#shared/lists/partitions.ts';
import type { Merchant } from '#shared/merchant/merchant.ts';
import { shopNamesOf } from '#shared/merchant/team-shops.ts';
import type { Entry } from '#shared/returns/attention/entry.ts';
import { caseEntryOf, parcelEntryOf } from '#shared/returns/attention/entry-of.ts';
import type { CaseSnapshot } from '#shared/returns/case/case.ts';
import type { ParcelSnapshot } from '#shared/returns/parcel/parcel.ts';
import { type Instant, instantOf } from '#shared/returns/record/instant.ts';
import type { EntrySource } from './ports.ts';

/** A record as it is kept. */
interface Kept<Snapshot> {
  readonly version: number;
  readonly snapshot: Snapshot;
  readonly writtenAt?: Instant;
}

interface Records {
  readonly cases: { readSnapshot(key: string): Promise<Kept<CaseSnapshot> | undefined> };
  readonly parcels: { readSnapshot(number: string): Promise<Kept<ParcelSnapshot> | undefined> };
}

/** What lists show of all shops and of parcels, kept in memory; and one record as it is now. */
export function openEntrySource(
  reader: EntryReader,
  { cases, parcels }: Records,
  { channels }: Pick<Merchant, 'channels'>,
): EntrySource {
  const shelves = [...shopNamesOf(channels), parcelShelf];
  return {
    readEntries: async () => (await reader.read(shelves)).entries.filter(({ isOpen }) => isOpen),
    readAnew: async (entry) => {
      if (entry.record === 'case') {
        const kept = await cases.readSnapshot(entry.key);
        return kept && caseEntryOf(kept.snapshot, writtenOf(kept));
      }
      const kept = await parcels.readSnapshot(entry.number);
      return kept && parcelEntryOf(kept.snapshot, writtenOf(kept), true);
    },
  };
}

function writtenOf({ version, writtenAt = instantOf(0) }: Kept<unknown>): Pick<Entry, 'version' | 'writtenAt'> {
  return { version, writtenAt };
}
