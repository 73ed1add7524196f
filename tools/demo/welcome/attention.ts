import type { Answered } from '#shared/api/client.ts';
import { wrapTo } from '#shared/api/text-width.ts';
import { merchant } from '#shared/merchant/bundled.ts';
import { type Instant, millisOf } from '#shared/returns/record/instant.ts';
import { attentionGroupWords, horizonWords } from '#shared/words/attention-group-words.ts';
import type { Locale } from '#shared/words/locale.ts';
import { durationText } from '#shared/words/time-left.ts';
import { attentionWelcome, leftToDoText, waitingText } from './attention-texts.ts';

export type AttentionReply = NonNullable<Extract<Answered<'listAttention'>, { readonly ok: true }>['body']>;
type Item = AttentionReply['items'][number];

interface Showing {
  readonly locale: Locale;
  /** Of the terminal. */
  readonly columns: number;
  readonly now: Instant;
}

/** So many are shown of what is to do. */
export const mostShown = 12;
const margin = '     ';

/** What a person has to do, the most urgent first: what, why then, what it costs, and who has it. */
export function attentionLines({ total, items, groups }: AttentionReply, showing: Showing): string[] {
  const { locale } = showing;
  const counted = groups
    .filter(({ count }) => count > 0)
    .map(({ name, count, sumsText }) => [`${name[locale]} ${count}`, sumsText[locale]].filter(Boolean).join(' · '));
  const horizons = Map.groupBy(items, ({ horizon }) => horizon);
  const isAnyTaken = items.some(({ owner }) => owner);
  let number = 0;
  return [
    attentionWelcome[locale],
    ...(isAnyTaken ? [] : [attentionWelcome.nobodyHasAny[locale]]),
    ...[...horizons].flatMap(([horizon, own]) => [
      '',
      `  ${horizonWords[horizon][locale]}`,
      ...own.flatMap((item) => {
        number += 1;
        return itemLines(item, number, { ...showing, isAnyTaken });
      }),
    ]),
    ...(total > items.length ? ['', `  ${leftToDoText(total - items.length)[locale]}`] : []),
    '',
    ...(counted.length > 0 ? [attentionWelcome.groups[locale]] : []),
    ...counted.map((each) => `  ${each}`),
  ];
}

function itemLines(
  item: Item,
  number: number,
  { locale, columns, now, isAnyTaken }: Showing & { readonly isAnyTaken: boolean },
): string[] {
  const { entry, actionText, waitsOnText, stakeText, owner, since, more, group } = item;
  const what = [actionText[locale], ...more.map((each) => each.actionText[locale])];
  const first = [
    what.join(locale === 'zh-CN' ? '，并' : ', and '),
    ...clocksOf(item, locale),
    ...(stakeText ? [stakeText[locale]] : []),
  ];
  const waits = waitingText(durationText(Math.max(0, millisOf(now) - millisOf(since)), locale))[locale];
  const second = [
    entry.record === 'case' ? entry.key : entry.number,
    attentionGroupWords[group][locale],
    `${waitsOnText[locale]}${locale === 'zh-CN' ? '，' : ', '}${waits}`,
    ...(isAnyTaken ? [owner === undefined ? attentionWelcome.nobody[locale] : nameOf(owner)] : []),
  ];
  const [start = '', ...rest] = wrapTo(first.join(' · '), columns - margin.length);
  return [
    ` ${String(number).padStart(2)}  ${start}`,
    ...[...rest, ...wrapTo(second.join(' · '), columns - margin.length)].map((line) => `${margin}${line}`),
  ];
}

/** What colleagues call them. */
function nameOf(owner: string): string {
  return merchant.notify.people.find(({ person }) => person === owner)?.name ?? owner;
}

/** The platform's time with what happens then, and ours; the nearer first. */
function clocksOf({ platform, own }: Item, locale: Locale): string[] {
  const ofPlatform = platform && [timeOf(platform, locale), platform.atTimeOut?.[locale]];
  const clocks = [
    ...(ofPlatform
      ? [`${attentionWelcome.platform[locale]} ${ofPlatform.filter(Boolean).join(locale === 'zh-CN' ? '，' : ', ')}`]
      : []),
    ...(own ? [timeOf(own, locale)] : []),
  ];
  const isOursNearer = (own?.dueAt ?? '~') < (platform?.dueAt ?? '~');
  return isOursNearer ? clocks.reverse() : clocks;
}

function timeOf({ name, left }: NonNullable<Item['own']>, locale: Locale): string {
  return [name[locale], left?.[locale]].filter(Boolean).join(' ');
}
