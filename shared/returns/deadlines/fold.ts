import type { CaseRules } from '../case/case.ts';
import type { CaseFact } from '../case/facts.ts';
import { factsNamed, type Statement } from '../record/statement.ts';
import type { Clock, DeadlineBasis, PlatformDeadline } from './clock.ts';
import { deadlineOf } from './deadline.ts';
import { caseDeadlines, deadlineKinds } from './kinds.ts';
import type { Deadline } from './part.ts';

/** The case's clocks. */
export function deadlinesOf(
  basis: DeadlineBasis,
  statements: readonly Statement<CaseFact>[],
  rules: CaseRules,
): Record<string, Deadline> {
  const ticks = factsNamed(statements, 'tick').map(({ fact }) => fact);
  const deadlines = deadlineKinds.flatMap((kind) => {
    const rule = rules.deadlines[kind];
    return caseDeadlines[kind]
      .clocksOf(basis, rule, rules.warehouses)
      .filter((clock) => !isStopped(clock, basis))
      .map((clock) => deadlineOf({ record: basis.key, kind, clock }, ticks, rule));
  });
  return Object.fromEntries(deadlines.map((deadline) => [deadline.id, deadline]));
}

/** The platform's own latest word on each kind of deadline. Saying it again changes nothing. */
export function platformDeadlines(statements: readonly Statement<CaseFact>[]): ReadonlyMap<string, PlatformDeadline> {
  const known = new Map<string, PlatformDeadline>();
  for (const { fact, at } of factsNamed(statements, 'platform-deadline')) {
    const before = known.get(fact.kind);
    if (!fact.due) {
      known.delete(fact.kind);
    } else if (before?.dueAt !== fact.due) {
      known.set(fact.kind, { dueAt: fact.due, since: at });
    }
  }
  return known;
}

/** A case that ended before the deadline was due stops its clock; one that ended later does not undo a miss. */
function isStopped(clock: Clock, basis: DeadlineBasis): boolean {
  const isOver = basis.decision.value !== 'approved' && basis.decision.value !== 'new';
  const endedAt = [basis.closedAt, isOver ? basis.decision.at : undefined].filter((at) => at !== undefined).sort()[0];
  return endedAt !== undefined && endedAt <= clock.dueAt && !clock.metAt;
}
