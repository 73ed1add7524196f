import type { AttentionView, CaseView } from '#shared/api/case-view.ts';
import type { Headline } from '#shared/returns/case/case.ts';
import { type Instant, millisOf } from '#shared/returns/record/instant.ts';
import type { Locale, Texts } from '#shared/words/locale.ts';
import { nextStepWords } from '#shared/words/next-step-words.ts';
import { speakerWords } from '#shared/words/speaker-words.ts';
import { timeLeftText } from '#shared/words/time-left.ts';
import { type Wording, wordingIn } from '#shared/words/wording.ts';
import { deadlineName, kindOf } from './deadline-name.ts';
import { waitingOf } from './next-step.ts';
import { standsText } from './stands.ts';

/** One case in the table, in the words of one language. */
export interface Row {
  readonly headline: Headline;
  readonly title: string;
  readonly key: string;
  /** What the headline does not say: the decision where it is not implied, stages, findings, money, the kind of case, what was late. */
  readonly stands: string;
  /** For whom it waits, and for what; empty where nothing is left to do. */
  readonly waits: string;
  /** The next deadline. */
  readonly deadline: string;
  /** Why a person should look. */
  readonly attention: readonly string[];
  /** When the next deadline is due; for the order of rows. */
  readonly dueAt?: Instant;
}

export interface RowOptions {
  readonly locale: Locale;
  readonly timeZone: string;
  readonly nowMs: number;
}

/** @param view - As the API answered. */
export function rowOf(view: CaseView, title: Texts, { locale, timeZone, nowMs }: RowOptions): Row {
  const wording = wordingIn(locale, timeZone);
  const waiting = waitingOf(view);
  const who = waiting && wording.word(speakerWords, waiting.who);
  const next = nextDeadline(view);
  return {
    headline: view.headline,
    title: title[locale],
    key: view.key,
    stands: standsText(view, wording, locale),
    waits: waiting ? `${who}${wording.say('：', ': ')}${wording.word(nextStepWords, waiting.step)}` : '',
    deadline: next ? dueText(next, nowMs, locale) : '',
    attention: view.attention.map((each) => attentionText(each, view, wording, locale)),
    ...(next && { dueAt: next.dueAt }),
  };
}

interface NextDeadline {
  readonly kind: string;
  readonly dueAt: Instant;
}

/** The earliest that is not met: our own clocks, and what only the platform sets, while the case is open. */
function nextDeadline({ deadlines, platformDeadlines, headline }: CaseView): NextDeadline | undefined {
  const isEnded = ['closed', 'declined', 'withdrawn', 'expired'].includes(headline);
  const own: readonly NextDeadline[] = deadlines
    .filter(({ metAt }) => !metAt)
    .flatMap((each) => (each.dueAt ? { kind: kindOf(each), dueAt: each.dueAt } : []));
  const known = new Set(deadlines.map(kindOf));
  const others = Object.entries(platformDeadlines).filter(([kind]) => !known.has(kind));
  const open = [...own, ...(isEnded ? [] : others.map(([kind, dueAt]) => ({ kind, dueAt })))];
  return open.sort((a, b) => millisOf(a.dueAt) - millisOf(b.dueAt))[0];
}

function dueText({ kind, dueAt }: NextDeadline, nowMs: number, locale: Locale): string {
  return `${deadlineName(kind, locale)} ${timeLeftText(millisOf(dueAt), nowMs, locale)}`;
}

/** Of money that is out, how much. */
function attentionText(
  { code, text }: AttentionView,
  { money: { out } }: CaseView,
  { money, say }: Wording,
  locale: Locale,
): string {
  const sum = code === 'money-out-goods-not-back' && out ? `${say('：', ': ')}${money(out)}` : '';
  return `${text[locale]}${sum}`;
}
