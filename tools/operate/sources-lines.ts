import { padTo, widthOf } from '#shared/api/text-width.ts';
import { type DayCounts, notMeasured } from '#shared/health/day.ts';
import type { ChannelHealth, SourcesHealth } from '#shared/health/sources-health.ts';
import { healthStateWords, healthWords } from '#shared/words/health-words.ts';
import type { Locale } from '#shared/words/locale.ts';
import { durationText } from '#shared/words/time-left.ts';
import { shownTime } from './delivery-lines.ts';

type Word = keyof typeof healthWords;
/** Cells of one row, by the words of their columns. */
type Row = Readonly<Partial<Record<Word, string>>>;
type Shop = ChannelHealth['shops'][number];

const gap = '  ';
const unknown = '–';
const countColumns = ['webhooks', 'reads', 'duplicates', 'refused', 'notUnderstood', 'inPart', 'missed'] as const;
const lagColumns = ['webhookLag', 'readLag'] as const;

/** How sources stand, as aligned lines; times are UTC. */
export function sourcesLines(health: SourcesHealth, locale: Locale): string[] {
  const { channels, queues, deadLetters, strangers } = health;
  const shops = channels.flatMap((channel) => channel.shops.map((shop) => shopRow(channel, shop, locale)));
  const table = (title: Word, rows: readonly Row[]) => tableLines(title, rows, locale);
  const refused = `${shownCount(strangers.today)} / ${shownCount(strangers.yesterday)}`;
  return [
    ...table(
      'channels',
      channels.map((channel) => channelRow(channel, locale)),
    ),
    `  ${healthWords.strangers[locale]}: ${refused}`,
    ...table('shops', shops),
    ...table(
      'queues',
      queues.map(({ queue, waiting, hidden, delayed, oldestSeconds }) => ({
        queue,
        waiting: shownCount(waiting),
        hidden: shownCount(hidden),
        delayed: shownCount(delayed),
        oldest: shownAge(oldestSeconds, locale),
      })),
    ),
    ...table(
      'deadLetters',
      deadLetters.map(({ of, count, oldestSeconds }) => ({
        queue: of,
        count: shownCount(count),
        oldest: shownAge(oldestSeconds, locale),
      })),
    ),
    healthWords.legend[locale],
  ];
}

function channelRow({ source, channel, lastHeard, today, yesterday }: ChannelHealth, locale: Locale): Row {
  const both = (shown: (day: DayCounts) => string) => `${shown(today)} / ${shown(yesterday)}`;
  return {
    channel: `${source}/${channel}`,
    byWebhook: shownMoment(lastHeard.byWebhook, locale),
    byRead: shownMoment(lastHeard.byRead, locale),
    ...Object.fromEntries(countColumns.map((name) => [name, both((day) => shownCount(day[name]))])),
    ...Object.fromEntries(lagColumns.map((name) => [name, both((day) => shownLag(day[name], locale))])),
  };
}

function shopRow({ source, channel }: ChannelHealth, shop: Shop, locale: Locale): Row {
  const { hook, silentSince, token, tokenSince, seenUntil } = shop;
  const since = (state: Shop['hook'] | Shop['token'], at: string | undefined) =>
    state === notMeasured ? unknown : [healthStateWords[state][locale], at ? shownTime(at) : ''].join(' ').trim();
  return {
    shop: `${source}/${channel}/${shop.shop}`,
    hook: since(hook, silentSince),
    seenUntil: seenUntil ? shownTime(seenUntil) : unknown,
    token: since(token, token === 'ok' ? undefined : tokenSince),
  };
}

function shownMoment(at: ChannelHealth['lastHeard']['byRead'], locale: Locale): string {
  if (at === notMeasured) {
    return unknown;
  }
  return at === 'never' ? healthStateWords.never[locale] : shownTime(at);
}

function shownCount(count: number | typeof notMeasured): string {
  return count === notMeasured ? unknown : String(count);
}

function shownLag(lag: DayCounts['readLag'], locale: Locale): string {
  return lag === notMeasured
    ? unknown
    : [lag.p50Seconds, lag.p95Seconds].map((seconds) => shownSpan(seconds, locale)).join(', ');
}

/** Below two minutes the seconds tell something. */
function shownSpan(seconds: number, locale: Locale): string {
  return seconds < 120 ? `${seconds} ${healthWords.seconds[locale]}` : durationText(seconds * 1000, locale);
}

function shownAge(seconds: number | typeof notMeasured | undefined, locale: Locale): string {
  if (seconds === undefined) {
    return '';
  }
  return seconds === notMeasured ? unknown : shownSpan(seconds, locale);
}

function tableLines(title: Word, rows: readonly Row[], locale: Locale): string[] {
  const [first] = rows;
  if (!first) {
    return [];
  }
  const columns = Object.keys(first) as Word[];
  const heads = Object.fromEntries(columns.map((name) => [name, healthWords[name][locale]])) as Row;
  const all = [heads, ...rows];
  const widths = columns.map((name) => Math.max(...all.map((row) => widthOf(row[name] ?? ''))));
  const line = (row: Row) => columns.map((name, place) => padTo(row[name] ?? '', widths[place] ?? 0)).join(gap);
  return [healthWords[title][locale], ...all.map((row) => `  ${line(row)}`.trimEnd()), ''];
}
