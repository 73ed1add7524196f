import type { Merchant } from '#shared/merchant/merchant.ts';
import type { Locale } from '#shared/words/locale.ts';
import { wordingIn } from '#shared/words/wording.ts';
import { caseFactEntries } from './case-fact-entries.ts';
import { deadlineEntries } from './deadline-entries.ts';
import { parcelEntries } from './parcel-entries.ts';
import { compareTexts, type TimelineEntry, type TimelineRecord } from './timeline-entry.ts';
import { actEntries, toldEntries } from './told-entries.ts';

export interface TimelineOptions {
  readonly locale: Locale;
  readonly merchant: Pick<Merchant, 'channels' | 'warehouses' | 'timeZone'>;
}

/**
 * A case's life for people, oldest first: who said what when. What is merely repeated is told once; of a value that Backhaul told
 * several times (a pre-advice, a deadline) the last telling. No personal data.
 */
export function timelineOf(record: TimelineRecord, { locale, merchant }: TimelineOptions): TimelineEntry[] {
  const wording = wordingIn(locale, merchant.timeZone);
  const context = { wording, merchant };
  const { key } = record.snapshot;
  const entries = [
    ...caseFactEntries(record.observations, context),
    ...actEntries(record.acts, key, wording),
    ...record.parcels.flatMap((parcel) => [
      ...parcelEntries(parcel, context),
      ...toldEntries(parcel.told, wording),
      ...actEntries(parcel.acts, key, wording),
    ]),
    ...deadlineEntries(record, wording),
    ...toldEntries(record.told, wording),
  ];
  return entries.sort((a, b) => compareTexts(a.at, b.at));
}
