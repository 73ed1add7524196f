import type { Merchant } from '#shared/merchant/merchant.ts';
import type { Entry } from '#shared/returns/attention/entry.ts';
import { type Instant, millisOf } from '#shared/returns/record/instant.ts';
import type { Notice } from '#shared/robots/robot.ts';
import { shownText } from '#shared/robots/shown.ts';
import type { Locale } from '#shared/words/locale.ts';
import { type NoticeTexts, noticeTextsIn } from '#shared/words/notice-texts.ts';
import { durationText, timeLeftText } from '#shared/words/time-left.ts';
import { type Wording, wordingIn } from '#shared/words/wording.ts';
import { isPerson, type Person } from './routing.ts';

/** What every message is written with. */
export interface Layout {
  readonly locale: Locale;
  readonly wording: Wording;
  readonly texts: NoticeTexts;
  readonly timeZone: string;
  readonly caseLink: string | undefined;
  readonly people: readonly Person[];
}

export type LayoutSettings = Pick<Merchant, 'locale' | 'timeZone' | 'links' | 'notify'>;

export function layoutOf({ locale, timeZone, links, notify }: LayoutSettings): Layout {
  const wording = wordingIn(locale, timeZone);
  const texts = noticeTextsIn(wording);
  return { locale, wording, texts, timeZone, caseLink: links.case, people: notify.people };
}

/** The notice with every text of it one plain line: what records hold may have come from anywhere. */
export function plainNotice(notice: Notice): Notice {
  const { title, lines, link } = notice;
  return {
    ...notice,
    title: shownText(title, 100),
    lines: lines.map((line) => shownText(line, 300)),
    ...(link && { link: { ...link, label: shownText(link.label, 40) } }),
  };
}

/** Where a record is looked at, if anywhere. */
export function linkTo(entry: Entry, { caseLink, texts }: Layout): Pick<Notice, 'link'> {
  if (entry.record !== 'case' || caseLink === undefined) {
    return {};
  }
  return { link: { label: texts.open, url: caseLink.replaceAll('{key}', encodeURIComponent(entry.key)) } };
}

export function timeLeft(dueAt: Instant, now: Instant, { locale }: Layout): string {
  return timeLeftText(millisOf(dueAt), millisOf(now), locale);
}

export function ago(since: Instant, now: Instant, { locale }: Layout): string {
  return durationText(millisOf(now) - millisOf(since), locale);
}

/** Shop of a case, number of a parcel. */
export function placeOf(entry: Entry): string {
  return entry.record === 'case' ? `${entry.source} ${entry.shop}` : entry.number;
}

/** Who has it, in words: a colleague's name where the merchant's file has one. */
export function ownerText({ work: { owner, team } }: Entry, { people, texts }: Layout): string {
  if (owner) {
    return people.find(({ person }) => isPerson(person, owner.person))?.name ?? texts.somebody;
  }
  return team === undefined ? texts.nobody : texts.team(team);
}

/** The largest sum that hangs on it. */
export function stakeText(entry: Entry, { wording, texts }: Layout): string[] {
  const stake = Math.max(0, ...entry.todos.map((todo) => todo.stake ?? 0));
  const currency = entry.record === 'case' ? entry.currency : undefined;
  return stake > 0 && currency ? [texts.atStake(wording.money({ amount: stake, currency }))] : [];
}
