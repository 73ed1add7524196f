import { type Entry, entryIdOf } from '#shared/returns/attention/entry.ts';
import { awaitStoreMs } from '#shared/returns/attention/in-force.ts';
import type { NoticeLevel } from '#shared/returns/attention/notice-class.ts';
import { addMillis, type Instant } from '#shared/returns/record/instant.ts';
import { minutesBetween } from './local-time.ts';
import type { Silence } from './ports.ts';
import { compareRings, type EntryRing, type Ring } from './ring.ts';
import { ringRows } from './ring-rows.ts';

/** So long an owner who did something is at it. */
const atItMinutes = 10;

/** All that somebody has to be told now, the most urgent first; whether it was told before is not looked at here. */
export function ringsOf(entries: readonly Entry[], silences: readonly Silence[], now: Instant): Ring[] {
  return [...entries.flatMap((entry) => entryRings(entry, now)), ...silences.map(sourceRing)].sort(compareRings);
}

/** The rings of one record. */
export function entryRings(entry: Entry, now: Instant): EntryRing[] {
  if (!entry.isOpen || isLookedAfter(entry, now)) {
    return [];
  }
  const isSnoozed = entry.work.snooze !== undefined && entry.work.snooze.until > now;
  return Object.entries(ringRows).flatMap(([level, row]): EntryRing[] => {
    // Nobody can put off a platform.
    const occasion = isSnoozed && row.class !== 'platform' ? undefined : row.occasionOf(entry, now);
    const at = occasion?.dueAt ?? occasion?.since;
    return occasion
      ? [{ class: row.class, level: level as NoticeLevel, thing: `${entryIdOf(entry)} ${at}`, entry, ...occasion }]
      : [];
  });
}

/** An owner is at it, or somebody has done it in the store's own back office just now. */
function isLookedAfter({ work }: Entry, now: Instant): boolean {
  const { owner, touchedAt, handled } = work;
  const isAtIt = owner !== undefined && touchedAt !== undefined && minutesBetween(touchedAt, now) < atItMinutes;
  return isAtIt || (handled?.state === 'awaited' && now < addMillis(handled.at, awaitStoreMs));
}

function sourceRing(silence: Silence): Ring {
  const { source, channel, shop, silentSince } = silence;
  const thing = `source ${source}/${channel}/${shop} ${silentSince}`;
  return { class: 'silent-source', level: 'silent-source', thing, since: silentSince, silence };
}
