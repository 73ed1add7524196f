import type { CaseFact } from '../case/facts.ts';
import type { Told } from '../record/change.ts';
import type { Instant } from '../record/instant.ts';
import { factsNamed, type Statement } from '../record/statement.ts';
import {
  type ChangeRows,
  changesIn,
  doneAt,
  type LineOf,
  linesByRows,
  linesOfChanges,
  type Said,
} from '../record/story.ts';
import type { DeadlineNotice } from './events.ts';
import type { TickFact } from './facts.ts';
import { quietKinds } from './kinds.ts';
import { openingOf } from './opening.ts';
import type { Deadline, DeadlinesPart } from './part.ts';
import { isReminderTold } from './tell.ts';

/** Which clock: what has to be known of it to speak of it. */
interface NamedClock {
  readonly deadlineId: string;
  readonly kind: string;
  readonly subject: string;
}

export interface DeadlineLines {
  /** The platform's own; without `due` it takes it away. */
  readonly 'platform-deadline': { readonly kind: string; readonly due?: Instant };
  /** One that is paused has no due time. */
  readonly 'deadline-opened': NamedClock & Pick<Deadline, 'dueAt' | 'setBy'>;
  readonly 'deadline-paused': NamedClock;
  /** Of one that was taken away since, nobody remembers when it was due. */
  readonly 'deadline-reminder': NamedClock & { readonly dueAt?: Instant };
  /** `struck`: while it was not met; else it turned out when it was met. */
  readonly 'deadline-missed': NamedClock & { readonly struck: boolean };
  readonly 'deadline-escalated': NamedClock & { readonly count: number };
  readonly 'deadline-met': NamedClock & { readonly late: boolean };
  readonly 'deadline-moved': NamedClock & Pick<DeadlineNotice, 'openedAt' | 'dueAt' | 'setBy'>;
  readonly 'deadline-cancelled': NamedClock;
  readonly 'deadline-breach-withdrawn': NamedClock & { readonly metAt?: Instant };
}

/** What platforms say of their deadlines. One that nobody ever named cannot be taken away. */
export function platformDeadlineStory(
  statements: readonly Statement<CaseFact>[],
): LineOf<Pick<DeadlineLines, 'platform-deadline'>>[] {
  const named = new Set<string>();
  const words = factsNamed(statements, 'platform-deadline').filter(({ fact }) => {
    const isKnown = fact.due !== undefined || named.has(fact.kind);
    named.add(isKnown ? fact.kind : '');
    return isKnown;
  });
  return linesByRows(words, {
    'platform-deadline': {
      about: ({ fact }) => fact.kind,
      by: () => ({ role: 'platform' }),
      values: ({ kind, due }) => ({ kind, ...(due && { due }) }),
    },
  });
}

/** The clocks of the case: opened, moved, reminded of, missed, met, or stopped. */
export function clockStory(
  part: Pick<DeadlinesPart, 'deadlines'>,
  statements: readonly Statement<CaseFact>[],
  told: Told,
): LineOf<DeadlineLines>[] {
  const deadlines = Object.values(part.deadlines);
  const ticks = tickedIn(statements, deadlines, told);
  const struck = new Set(ticks.filter(({ phase }) => phase === 'due').map(({ deadlineId }) => deadlineId));
  const clocks = knownClocks(deadlines, told);
  return [
    ...deadlines.flatMap((deadline) => lifeOf(deadline, struck.has(deadline.id))),
    ...ticks.flatMap((tick) => {
      const clock = clocks.get(tick.deadlineId) ?? clocks.get(tick.opening ?? '');
      return clock ? [{ ...doneAt(tick.at), ...strikeLines[tick.phase](clock, tick) }] : [];
    }),
    ...linesOfChanges(told, clockChanges),
  ];
}

/** The ticks that found their deadline not met: of the others nobody was told. A reminder that came late stands before what came with it. */
function tickedIn(statements: readonly Statement<CaseFact>[], deadlines: readonly Deadline[], told: Told): TickFact[] {
  const missed = new Set([
    ...deadlines.filter((each) => each.missed).map(({ id }) => id),
    ...changesIn(told).flatMap(({ type, data }) =>
      (type === 'Deadline Missed' || type === 'Deadline Breach Withdrawn') && 'deadlineId' in data
        ? [data.deadlineId]
        : [],
    ),
  ]);
  const openings = new Map(deadlines.map((each) => [each.id, openingOf(each)]));
  const ticks = factsNamed(statements, 'tick').map(({ fact }): TickFact => {
    const opening = fact.opening ?? openings.get(fact.deadlineId);
    return { ...fact, ...(opening && { opening }) };
  });
  const distinct = new Map(
    ticks.map((tick) => [`${tick.opening ?? tick.deadlineId}/${tick.phase}/${tick.count}`, tick]),
  );
  return [...distinct.values()]
    .filter((tick) => (tick.phase === 'reminder' ? isReminderTold(tick, told) : missed.has(tick.deadlineId)))
    .sort((a, b) => phases.indexOf(a.phase) - phases.indexOf(b.phase) || a.count - b.count);
}

type KnownClock = NamedClock & { readonly dueAt?: Instant };

/** By id; and those that stand by their opening, too: they may have moved since they were reminded of. */
function knownClocks(deadlines: readonly Deadline[], told: Told): ReadonlyMap<string, KnownClock> {
  const changes = changesIn(told).flatMap(({ data }): KnownClock[] => ('deadlineId' in data ? [data] : []));
  const own = deadlines.map((each) => ({ ...clockOf(each), ...dueOf(each) }));
  const openings = deadlines.map((each) => [openingOf(each), clockOf(each)] as const);
  return new Map([...openings, ...[...changes, ...own].map((clock) => [clock.deadlineId, clock] as const)]);
}

/** When it opened, when it was missed without a clock having struck, and when it was met. Of a quiet one only what came of a miss. */
function lifeOf(deadline: Deadline, hasStruck: boolean): LineOf<DeadlineLines>[] {
  const { openedAt, dueAt, pausedSince, metAt, missed, setBy } = deadline;
  const clock = clockOf(deadline);
  const late = metAt !== undefined && dueAt !== undefined && metAt > dueAt;
  const at = <Line extends object>(time: Instant | undefined, line: Line) =>
    time ? [{ ...doneAt(time), ...line }] : [];
  const told = !quietKinds.includes(deadline.kind);
  return [
    ...at(told ? openedAt : undefined, {
      code: 'deadline-opened',
      values: { ...clock, ...dueOf(deadline), setBy },
    } as const),
    ...at(told ? pausedSince : undefined, { code: 'deadline-paused', values: clock } as const),
    ...at(missed && !hasStruck ? dueAt : undefined, {
      code: 'deadline-missed',
      values: { ...clock, struck: false },
    } as const),
    ...at(told || missed ? metAt : undefined, { code: 'deadline-met', values: { ...clock, late } } as const),
  ];
}

function dueOf({ dueAt }: Deadline): Pick<Deadline, 'dueAt'> {
  return dueAt ? { dueAt } : {};
}

function clockOf({ kind, subject, ...named }: Deadline | NamedClock): NamedClock {
  return { deadlineId: 'id' in named ? named.id : named.deadlineId, kind, subject };
}

const strikeLines: Readonly<Record<TickFact['phase'], (clock: KnownClock, tick: TickFact) => Said<DeadlineLines>>> = {
  reminder: (clock) => ({
    code: 'deadline-reminder',
    values: { ...clockOf(clock), ...(clock.dueAt && { dueAt: clock.dueAt }) },
  }),
  due: (clock) => ({ code: 'deadline-missed', values: { ...clockOf(clock), struck: true } }),
  escalation: (clock, { count }) => ({ code: 'deadline-escalated', values: { ...clockOf(clock), count } }),
};

const phases = Object.keys(strikeLines);

/** What the record alone no longer shows: a deadline that was moved or stopped, a breach that was taken back. */
const clockChanges: ChangeRows<DeadlineLines> = {
  'Deadline Moved': ({ openedAt, dueAt, setBy, ...notice }) => ({
    code: 'deadline-moved',
    values: { ...clockOf(notice), openedAt, dueAt, setBy },
  }),
  'Deadline Cancelled': (notice) => ({ code: 'deadline-cancelled', values: clockOf(notice) }),
  'Deadline Breach Withdrawn': (notice) => ({
    code: 'deadline-breach-withdrawn',
    values: { ...clockOf(notice), ...(notice.metAt && { metAt: notice.metAt }) },
  }),
};
