import type { CaseView, DeadlineView } from '#shared/api/case-view.ts';
import type { Headline } from '#shared/returns/case/case.ts';
import { type Instant, millisOf } from '#shared/returns/record/instant.ts';
import { caseKindWords } from '#shared/words/case-kind-words.ts';
import { deadlineWords } from '#shared/words/deadline-words.ts';
import { decidedWords } from '#shared/words/decision-words.ts';
import type { Locale, Texts } from '#shared/words/locale.ts';
import { nextStepWords } from '#shared/words/next-step-words.ts';
import { qualityWords } from '#shared/words/quality-words.ts';
import { speakerWords } from '#shared/words/speaker-words.ts';
import { stageWords } from '#shared/words/stage-words.ts';
import { durationText, timeLeftText } from '#shared/words/time-left.ts';
import { type Wording, wordingIn } from '#shared/words/wording.ts';
import { waitingOf } from './next-step.ts';

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
    attention: view.attention.map(({ text }) => text[locale]),
    ...(next && { dueAt: next.dueAt }),
  };
}

/** Headlines that only an approved case has. */
const ofApproved: readonly Headline[] = [
  'approved',
  'on-its-way',
  'received',
  'partly-received',
  'checked',
  'stocked-in',
];

function standsText(view: CaseView, { list, word, money }: Wording, locale: Locale): string {
  const isImplied = view.headline === 'requested' || ofApproved.includes(view.headline);
  const decision = isImplied ? undefined : word(decidedWords, view.decision.value);
  const isPlainReturn = view.headline !== 'requested' && (view.kind ?? 'return') === 'return';
  const kind = isPlainReturn || !view.kind ? undefined : word(caseKindWords, view.kind);
  const paid = view.money.actions.filter(({ status, kind }) => status !== 'failed' && kind === 'goods-refund');
  const details: Readonly<Partial<Record<Headline, string | undefined>>> = {
    'on-its-way': stagesText(view, word),
    received: view.parcels.filter(({ stands }) => stands).length > 1 ? stagesText(view, word) : undefined,
    'partly-received': stagesText(view, word),
    checked: word(qualityWords, view.quality),
    'stocked-in': view.quality === 'passed' ? undefined : word(qualityWords, view.quality),
    'partly-refunded': paid.map(({ amount }) => money(amount)).join('+'),
    refunded: paid.map(({ amount }) => money(amount)).join('+'),
    closed: paid.map(({ amount }) => money(amount)).join('+'),
  };
  return list(decision, details[view.headline], kind, lateText(view, locale));
}

function stagesText({ parcels }: CaseView, word: Wording['word']): string {
  const standing = parcels.filter(({ stands }) => stands);
  return standing.map(({ stage = 'numbered', sides = [] }) => word(stageWords, sides.at(-1) ?? stage)).join(' + ');
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
    .map((each) => ({ kind: kindOf(each), dueAt: each.dueAt }));
  const known = new Set(deadlines.map(kindOf));
  const others = Object.entries(platformDeadlines).filter(([kind]) => !known.has(kind));
  const open = [...own, ...(isEnded ? [] : others.map(([kind, dueAt]) => ({ kind, dueAt })))];
  return open.sort((a, b) => millisOf(a.dueAt) - millisOf(b.dueAt))[0];
}

/** Of what only the platform sets, its own kind. */
function kindOf({ kind, subject }: DeadlineView): string {
  return kind === 'platform-decision' ? subject : kind;
}

function dueText({ kind, dueAt }: NextDeadline, nowMs: number, locale: Locale): string {
  return `${nameOf(kind, locale)} ${timeLeftText(millisOf(dueAt), nowMs, locale)}`;
}

/** A deadline that was met, too late. */
function lateText({ deadlines }: CaseView, locale: Locale): string {
  const late = deadlines.find((deadline): deadline is DeadlineView & { metAt: Instant } =>
    Boolean(deadline.missed && deadline.metAt),
  );
  if (!late) {
    return '';
  }
  const by = durationText(millisOf(late.metAt) - millisOf(late.dueAt), locale);
  return locale === 'zh-CN'
    ? `${nameOf(kindOf(late), locale)} 迟了 ${by}`
    : `${nameOf(kindOf(late), locale)} ${by} late`;
}

function nameOf(kind: string, locale: Locale): string {
  return Object.hasOwn(deadlineWords, kind) ? deadlineWords[kind as keyof typeof deadlineWords][locale] : kind;
}
