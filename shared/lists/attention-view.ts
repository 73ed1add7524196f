import { actionNamed } from '#shared/returns/attention/actions.ts';
import type { AttentionGroup, Entry, EntryClock } from '#shared/returns/attention/entry.ts';
import type { Horizon } from '#shared/returns/attention/horizon.ts';
import { platformKindOf } from '#shared/returns/attention/platform-kind.ts';
import type { AttentionItem, AttentionList } from '#shared/returns/attention/rank.ts';
import type { Party } from '#shared/returns/deadlines/clock.ts';
import type { CaseKind } from '#shared/returns/opening/facts.ts';
import { type Instant, millisOf } from '#shared/returns/record/instant.ts';
import type { Money } from '#shared/returns/record/money.ts';
import { attentionGroupWords, waitsOnWords } from '#shared/words/attention-group-words.ts';
import { deadlineWords, missWords } from '#shared/words/deadline-words.ts';
import { type Locale, locales, type Texts } from '#shared/words/locale.ts';
import { timeLeftText } from '#shared/words/time-left.ts';
import { todoWords } from '#shared/words/todo-words.ts';
import { wordingIn } from '#shared/words/wording.ts';

/** A clock and how much of its time is left, in words. */
export interface ClockView extends EntryClock {
  readonly name: Texts;
  /** Absent while it is paused. */
  readonly left?: Texts;
  /** What happens then: of a platform's what it does by itself, of ours what a miss costs. */
  readonly atTimeOut?: Texts;
}

/** One entry of the attention list, in both languages. Codes stand beside their words. */
export interface AttentionView {
  readonly entry: Entry;
  readonly group: AttentionGroup;
  readonly horizon: Horizon;
  readonly action: string;
  /** What to do. */
  readonly actionText: Texts;
  readonly waitsOn: Party;
  readonly waitsOnText: Texts;
  /** Since when. */
  readonly since: Instant;
  readonly platform?: ClockView;
  readonly own?: ClockView;
  /** Nobody, where it is absent: by subject id, and the team that it was handed to. */
  readonly owner?: string;
  readonly team?: string;
  readonly stake?: Money;
  readonly stakeText?: Texts;
  /** What else is to do. */
  readonly more: readonly { readonly action: string; readonly actionText: Texts }[];
}

export interface GroupView {
  readonly group: AttentionGroup;
  readonly name: Texts;
  readonly count: number;
  readonly sums: readonly Money[];
  readonly sumsText: Texts;
}

/** What a platform does by itself at the end of a time that it set, in words. `kind` is the platform's own. */
export type TimeOutWords = (source: string, kind: string, caseKind: CaseKind | undefined) => Texts;

export interface Worded {
  readonly now: Instant;
  readonly timeZone: string;
  readonly timeOutWords: TimeOutWords;
}

/** The attention list in the words of every language. */
export function attentionViews(
  { items, groups }: AttentionList,
  worded: Worded,
): { readonly items: readonly AttentionView[]; readonly groups: readonly GroupView[] } {
  return {
    items: items.map((item) => viewOf(item, worded)),
    groups: groups.map(({ group, count, sums }) => ({
      group,
      name: attentionGroupWords[group],
      count,
      sums,
      sumsText: sumsText(sums, worded),
    })),
  };
}

function viewOf({ entry, todo, todos, horizon, stake }: AttentionItem, worded: Worded): AttentionView {
  const { owner, team } = entry.work;
  const currency = entry.record === 'case' ? entry.currency : undefined;
  const money = currency && stake > 0 ? { amount: stake, currency } : undefined;
  const others = todos.filter(({ action }) => action !== todo.action);
  return {
    entry,
    group: todo.group,
    horizon,
    action: todo.action,
    actionText: todoWords[actionNamed(todo.action)],
    waitsOn: todo.waitsOn,
    waitsOnText: waitsOnWords[todo.waitsOn],
    since: todo.since,
    ...(entry.platform && { platform: platformView(entry, entry.platform, worded) }),
    ...(entry.own && { own: { ...clockView(entry.own, worded.now), atTimeOut: missWords[entry.own.kind] } }),
    ...(owner && { owner: owner.person }),
    ...(team && { team }),
    ...(money && { stake: money, stakeText: sumsText([money], worded) }),
    more: others.map(({ action }) => ({ action, actionText: todoWords[actionNamed(action)] })),
  };
}

function platformView(entry: Entry, clock: EntryClock, { now, timeOutWords }: Worded): ClockView {
  const view = clockView(clock, now);
  return entry.record === 'case'
    ? { ...view, atTimeOut: timeOutWords(entry.source, platformKindOf(clock), entry.kind as CaseKind | undefined) }
    : view;
}

function clockView(clock: EntryClock, now: Instant): ClockView {
  const { kind, subject, dueAt } = clock;
  const words: Readonly<Record<string, Texts>> = deadlineWords;
  const name = (kind === 'platform-decision' && subject ? words[subject] : undefined) ?? deadlineWords[kind];
  const left = dueAt && inEach((locale) => timeLeftText(millisOf(dueAt), millisOf(now), locale));
  return { ...clock, name, ...(left && { left }) };
}

function sumsText(sums: readonly Money[], { timeZone }: Pick<Worded, 'timeZone'>): Texts {
  return inEach((locale) => {
    const { money, list } = wordingIn(locale, timeZone);
    return list(...sums.map(money));
  });
}

function inEach(textIn: (locale: Locale) => string): Texts {
  return Object.fromEntries(locales.map((locale) => [locale, textIn(locale)])) as Texts;
}
