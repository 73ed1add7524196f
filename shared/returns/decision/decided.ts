import type { FactOf } from '../record/fact.ts';
import { earliestOf } from '../record/instant.ts';
import { compare, compareStanding, factsNamed, type Statement } from '../record/statement.ts';
import type { Decision, decisionFacts } from './facts.ts';
import type { DecisionPart } from './part.ts';

type Own = readonly Statement<FactOf<typeof decisionFacts>>[];
type Decided = Statement<FactOf<Pick<typeof decisionFacts, 'decided'>>>;

const decisionRank: Readonly<Record<Decision, number>> = { approved: 1, declined: 2, expired: 3, withdrawn: 4 };

/**
 * The store's latest decision: by its version, then its time, then the rank of the status. `at` is when it was first so; a repeated word
 * moves nothing. An end that its own sender took back by opening the case again leaves it undecided, since then.
 */
export function decisionOf(statements: Own): DecisionPart['decision'] {
  const decided = decisionsIn(statements);
  const last = decided.at(-1);
  if (!last) {
    return { value: 'new' };
  }
  const reopened = factsNamed(statements, 'reopened').find(
    (each) => each.from === last.from && compareStanding(each, last) > 0,
  );
  if (reopened && last.fact.decision !== 'approved') {
    return { value: 'new', at: reopened.at };
  }
  const { decision, by, reason } = last.fact;
  const other = decided.findLastIndex((each) => each.fact.decision !== decision);
  const at = earliestOf(decided.slice(other + 1).map((each) => each.at)) ?? last.at;
  return { value: decision, by, at, ...(reason && { reason }) };
}

/** The decisions in the order in which they count. */
export function decisionsIn(statements: Own): Decided[] {
  return factsNamed(statements, 'decided').sort(
    (a, b) =>
      compareStanding(a, b) || decisionRank[a.fact.decision] - decisionRank[b.fact.decision] || compare(a.id, b.id),
  );
}
