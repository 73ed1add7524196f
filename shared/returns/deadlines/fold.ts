import type { CaseFact } from '../case/facts.ts';
import type { ParcelFact } from '../parcel/facts.ts';
import { earliestOf, type Instant } from '../record/instant.ts';
import { compare, factsNamed, type Statement } from '../record/statement.ts';
import type { Clock, DeadlineBasis, DeadlineRow, ParcelDeadlineBasis, PlatformDeadline } from './clock.ts';
import { clockTimeOf, type TimeBasis, type TimeRules } from './clock-time.ts';
import { deadlineOf } from './deadline.ts';
import type { TickFact } from './facts.ts';
import { caseDeadlines, type DeadlineKind, type DeadlineRules, deadlineKinds, parcelDeadlines } from './kinds.ts';
import type { Deadline } from './part.ts';
import { isOver } from './stopped.ts';

const outliving = deadlineKinds.filter((kind) => (caseDeadlines as CaseRows)[kind]?.outlivesCase);

/** What policy and configuration say of deadlines. */
export interface ClockRules extends TimeRules {
  readonly deadlines: DeadlineRules;
}

/** The case's clocks. */
export function deadlinesOf(
  basis: DeadlineBasis,
  statements: readonly Statement<CaseFact>[],
  rules: ClockRules,
): Record<string, Deadline> {
  const measured = Object.fromEntries(
    Object.entries(caseDeadlines as CaseRows).filter(([, row]) => isTold(row, basis)),
  );
  const clocks = clocksOf(measured, basis, basis, rules).filter(
    ({ kind, clock }) => outliving.includes(kind) || !isOver(clock, basis),
  );
  return struck(basis.key, clocks, factsNamed(statements, 'tick'), rules.deadlines);
}

/** The parcel's clocks. */
export function parcelDeadlinesOf(
  basis: ParcelDeadlineBasis,
  statements: readonly Statement<ParcelFact>[],
  rules: ClockRules,
): Record<string, Deadline> {
  return struck(
    basis.number,
    clocksOf(parcelDeadlines, basis, {}, rules),
    factsNamed(statements, 'tick'),
    rules.deadlines,
  );
}

type CaseRows = Readonly<Partial<Record<DeadlineKind, DeadlineRow>>>;

/** What nobody tells us cannot be measured. */
function isTold({ needs }: DeadlineRow, { tells }: DeadlineBasis): boolean {
  return needs === undefined || tells.includes(needs);
}

interface KindedClock {
  readonly kind: DeadlineKind;
  readonly clock: Clock;
}

function clocksOf<Basis>(
  rows: Readonly<Partial<Record<DeadlineKind, DeadlineRow<Basis>>>>,
  basis: Basis,
  time: TimeBasis,
  rules: ClockRules,
): KindedClock[] {
  return deadlineKinds.flatMap((kind): KindedClock[] => {
    const row = rows[kind];
    const clocks = row?.clocksOf(basis, clockTimeOf(row, rules.deadlines[kind], time, rules)) ?? [];
    return clocks.map((clock) => ({ kind, clock }));
  });
}

function struck(
  record: string,
  clocks: readonly KindedClock[],
  ticks: readonly Statement<TickFact>[],
  rules: DeadlineRules,
): Record<string, Deadline> {
  const facts = ticks.map(({ fact }) => fact);
  const deadlines = clocks.map(({ kind, clock }) => deadlineOf({ record, kind, clock }, facts, rules[kind]));
  return Object.fromEntries(deadlines.map((deadline) => [deadline.id, deadline]));
}

/** The platform's own latest word on each kind of deadline. Saying it again changes nothing; what it took away says since when. */
export function platformDeadlines(statements: readonly Statement<CaseFact>[]): ReadonlyMap<string, PlatformDeadline> {
  const known = new Map<string, PlatformDeadline>();
  for (const { fact, at } of factsNamed(statements, 'platform-deadline')) {
    const before = known.get(fact.kind);
    if (!fact.due) {
      if (before && !before.removedAt) {
        known.set(fact.kind, { ...before, removedAt: at });
      }
    } else if (before?.dueAt !== fact.due || before.removedAt) {
      known.set(fact.kind, { dueAt: fact.due, since: at });
    }
  }
  return known;
}

/** Those that the platform has not taken away. */
function standingOf(all: ReadonlyMap<string, PlatformDeadline>): ReadonlyMap<string, PlatformDeadline> {
  return new Map([...all].filter(([, { removedAt }]) => !removedAt));
}

/** When the request was answered, each time: with yes or no, whoever gave the answer. */
export function answerTimesOf(statements: readonly Statement<CaseFact>[]): Instant[] {
  return factsNamed(statements, 'decided')
    .filter(({ fact }) => fact.decision === 'approved' || fact.decision === 'declined')
    .map(({ at }) => at)
    .sort();
}

/** When we first heard that the case was asked for. */
export function heardAtOf(statements: readonly Statement<CaseFact>[]): Instant | undefined {
  return earliestOf(factsNamed(statements, 'requested').map(({ receivedAt }) => receivedAt));
}

/** The deadlines of the platform as the record shows it: by kind, when each is due. */
export function dueTimesOf(setByPlatform: ReadonlyMap<string, PlatformDeadline>): Record<string, Instant> {
  const times = [...standingOf(setByPlatform)].map(([kind, { dueAt }]) => [kind, dueAt] as const);
  return Object.fromEntries(times.sort(([a], [b]) => compare(a, b)));
}
