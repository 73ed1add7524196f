import type { CaseEntry } from '#shared/returns/attention/entry.ts';
import { platformKindOf } from '#shared/returns/attention/platform-kind.ts';
import type { Headline } from '#shared/returns/case/case.ts';
import type { CaseKind } from '#shared/returns/opening/facts.ts';
import { type Instant, millisOf } from '#shared/returns/record/instant.ts';
import { timeOutOf } from '#shared/sources/time-outs.ts';
import { attentionGroupWords } from '#shared/words/attention-group-words.ts';
import { caseKindWords } from '#shared/words/case-kind-words.ts';
import type { Locale, Texts } from '#shared/words/locale.ts';
import { openWord } from '#shared/words/open-word.ts';
import { qualityWords } from '#shared/words/quality-words.ts';
import { timeLeftText } from '#shared/words/time-left.ts';
import { timeOutText } from '#shared/words/time-out-text.ts';
import { personName } from '../../parts/person-name.ts';
import { casesTexts } from './cases-texts.ts';
import type { Reader } from './reader.ts';

export function kindText(kind: string | undefined, locale: Locale): string {
  return kind === undefined ? '' : openWord(caseKindWords, kind, locale);
}

const checked = { 'zh-CN': '已质检', en: 'checked' };
const byHeadline: Readonly<Partial<Record<Headline, Texts>>> = {
  received: qualityWords.waiting,
  checked,
  'stocked-in': checked,
};

/** How far the check is, as far as the state and what is to do tell; empty where they do not. */
export function qualityText({ headline, todos }: CaseEntry, locale: Locale): string {
  const isException = todos.some(({ group }) => group === 'exception-contact');
  return (isException ? attentionGroupWords['exception-contact'] : byHeadline[headline])?.[locale] ?? '';
}

/** How long the platform waits still, and what it does then. */
export function platformTexts(
  { source, platform, kind }: CaseEntry,
  now: Instant,
  locale: Locale,
): { readonly left: string; readonly atTimeOut: string } | undefined {
  if (!platform) {
    return undefined;
  }
  const left = platform.dueAt
    ? timeLeftText(millisOf(platform.dueAt), millisOf(now), locale)
    : casesTexts.paused[locale];
  const row = timeOutOf(source, platformKindOf(platform), kind as CaseKind | undefined);
  return { left, atTimeOut: timeOutText(row, locale) };
}

export function ownerText({ work: { owner, team } }: CaseEntry, reader: Reader): string {
  return owner ? personName(owner.person, reader.me)[reader.locale] : (team ?? '');
}
