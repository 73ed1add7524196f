import type { Locale } from './locale.ts';
import { formatTime } from './teller.ts';
import type { TimelineEntry } from './timeline-entry.ts';
import { speakerWords } from './words.ts';

/** A timeline as aligned lines of plain text: the time by the clocks of the zone, who, and what. */
export function renderTimeline(entries: readonly TimelineEntry[], locale: Locale, timeZone: string): string[] {
  const late = lateEntries(entries);
  const rows = entries.map((entry) => ({
    time: formatTime(entry.at, timeZone),
    who: speakerText(entry.by, locale),
    text: late.has(entry) ? `${entry.text}${locale === 'zh-CN' ? '（补报）' : ' (reported late)'}` : entry.text,
  }));
  const width = Math.max(0, ...rows.map(({ who }) => widthOf(who)));
  return rows.map(({ time, who, text }) => `${time}  ${who}${' '.repeat(width - widthOf(who))}  ${text}`);
}

/** Entries that we heard of after something that happened later. */
function lateEntries(entries: readonly TimelineEntry[]): ReadonlySet<TimelineEntry> {
  const late = new Set<TimelineEntry>();
  let earliest: string | undefined;
  for (const entry of entries.toReversed()) {
    if (!entry.receivedAt) {
      continue;
    }
    if (earliest !== undefined && entry.receivedAt > earliest) {
      late.add(entry);
    }
    earliest = earliest === undefined || entry.receivedAt < earliest ? entry.receivedAt : earliest;
  }
  return late;
}

/** `warehouse:east` as *Warehouse east*, `store:standard/own-store` as *Store own-store*. */
function speakerText(by: string, locale: Locale): string {
  const [role = '', ...rest] = by.split(':');
  const word = Object.hasOwn(speakerWords, role) ? speakerWords[role as keyof typeof speakerWords][locale] : role;
  const name = rest.join(':').split('/').at(-1);
  return name ? `${word} ${name}` : word;
}

const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|[\u{1f300}-\u{1faff}]|[\u{20000}-\u{3fffd}]/u;

/** How many columns a terminal gives it: two for Chinese characters and the like. */
function widthOf(text: string): number {
  return [...text].reduce((sum, char) => sum + (wide.test(char) ? 2 : 1), 0);
}
