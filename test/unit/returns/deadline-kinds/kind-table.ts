import type { NumberedAct } from '#shared/returns/acts/acts.ts';
import type { CaseObservation } from '#shared/returns/case/facts.ts';
import { foldCase } from '#shared/returns/case/fold-case.ts';
import { needs } from '#shared/returns/deadlines/clock.ts';
import type { DeadlineKind } from '#shared/returns/deadlines/kinds.ts';
import type { Deadline } from '#shared/returns/deadlines/part.ts';
import type { Instant } from '#shared/returns/record/instant.ts';
import { minute } from '../../../memory/script.ts';
import { testRules } from '../../../memory/test-merchant.ts';
import { caseKey, saidOfCase } from '../said.ts';

/** Everything is told, and all days have all hours. */
export const measuring = { ...testRules, measured: needs.map((need) => ({ need })) };

/** What was said, and the clocks of a kind that there are then. */
export type KindRow = readonly [what: string, said: readonly CaseObservation[], clocks: readonly string[]];

/** The same where persons took acts, too. */
export type ActRow = readonly [...KindRow, acts: readonly NumberedAct[]];

/** Each as `from 0 due 5 met 3`, in minutes; before it what it is about, where that is not the case, and whether a platform set it. */
export function shownClocks(
  kind: DeadlineKind,
  said: readonly CaseObservation[],
  acts: readonly NumberedAct[] = [],
  rules = measuring,
): string[] {
  return Object.values(foldCase(caseKey, said, acts, rules).deadlines)
    .filter((each) => each.kind === kind)
    .map(shown)
    .sort();
}

function shown({ subject, openedAt, dueAt, pausedSince, metAt, setBy, missed }: Deadline): string {
  const parts = [
    ...(subject === 'case' ? [] : [subject]),
    ...(setBy === 'platform' ? ['platform'] : []),
    `from ${minutesOf(openedAt)}`,
    dueAt ? `due ${minutesOf(dueAt)}` : `paused since ${pausedSince && minutesOf(pausedSince)}`,
    ...(metAt ? [`met ${minutesOf(metAt)}`] : []),
    ...(missed ? ['missed'] : []),
  ];
  return parts.join(' ');
}

function minutesOf(at: Instant): number {
  return (Date.parse(at) - Date.parse(minute(0))) / 60_000;
}

export const requested = (minutes = 0): CaseObservation => saidOfCase(minutes, { fact: 'requested' });

export const decided = (
  minutes: number,
  decision: 'approved' | 'declined' | 'withdrawn' | 'expired' = 'approved',
): CaseObservation => saidOfCase(minutes, { fact: 'decided', decision, by: 'merchant' });

export const stated = (minutes: number, ...numbers: readonly string[]): CaseObservation =>
  saidOfCase(minutes, {
    fact: 'tracking',
    origin: 'store',
    whole: true,
    numbers: numbers.map((number) => ({ number })),
  });

export const wrote = (
  minutes: number,
  by: 'bot' | 'ai' | 'person',
  more: { readonly supervised?: true; readonly asksBuyer?: true } = {},
): CaseObservation => saidOfCase(minutes, { fact: 'message-sent', by, kind: 'hello', ...more });

export const buyerWrote = (minutes: number): CaseObservation => saidOfCase(minutes, { fact: 'message-received' });

export const platformDue = (minutes: number, kind: string, due?: number): CaseObservation =>
  saidOfCase(minutes, { fact: 'platform-deadline', kind, ...(due !== undefined && { due: minute(due) }) });

/** Acts of one person, numbered in their order. */
export function actsOf(...acts: readonly object[]): NumberedAct[] {
  return acts.map((act, n) => ({ n, act: { by: { person: 'p-1', groups: ['agent'] }, ...act } }) as never);
}
