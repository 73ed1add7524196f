import type { Locale } from '#shared/words/locale.ts';
import { speakerWords } from '#shared/words/speaker-words.ts';
import { formatTime } from '#shared/words/wording.ts';
import { padTo, widthOf, wrapTo } from './text-width.ts';
import type { TimelineEntry } from './timeline.ts';

/**
 * A timeline as aligned lines of plain text: the time by the clocks of the zone, who, and what.
 * @param columns - What is longer goes on in the next line, below its own beginning; no limit where not given.
 */
export function renderTimeline(
  entries: readonly TimelineEntry[],
  locale: Locale,
  timeZone: string,
  columns = Number.POSITIVE_INFINITY,
): string[] {
  const late = lateEntries(entries);
  const rows = entries.map((entry) => ({
    time: formatTime(entry.at, timeZone),
    who: speakerText(entry.by, locale),
    text: textOf(entry, late.has(entry), locale),
  }));
  const width = Math.max(0, ...rows.map(({ who }) => widthOf(who)));
  return rows.flatMap(({ time, who, text }) => {
    const head = `${time}  ${padTo(who, width)}  `;
    const [first = '', ...more] = wrapTo(text, columns - widthOf(head));
    return [`${head}${first}`, ...more.map((line) => `${' '.repeat(widthOf(head))}${line}`)];
  });
}

function textOf({ text, note }: TimelineEntry, isLate: boolean, locale: Locale): string {
  const [colon, late] = locale === 'zh-CN' ? ['：', '（补报）'] : [': ', ' (reported late)'];
  return `${text}${note === undefined ? '' : `${colon}${note}`}${isLate ? late : ''}`;
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
