import type { CaseSnapshot } from './case.ts';
import type { CaseDetails, CaseFact, Decision } from './fact.ts';
import type { Instant } from './instant.ts';
import { byOrder, factsNamed, type Statement } from './statement.ts';

/** Field by field the latest word; a statement without a field leaves it as it was. */
export function mergeDetails(statements: readonly Statement<CaseFact>[]): CaseDetails {
  const said = factsNamed(statements, 'details').map(({ fact }) => Object.entries(fact.details).filter(([, value]) => value !== undefined));
  return Object.fromEntries(said.flat());
}

const decisionRank: Readonly<Record<Decision, number>> = { approved: 1, declined: 2, expired: 3, withdrawn: 4 };

/** The store's latest decision: by its version, then its time, then the rank of the status. */
export function decisionOf(statements: readonly Statement<CaseFact>[]): CaseSnapshot['decision'] {
  const decided = factsNamed(statements, 'decided').sort(
    (a, b) => a.version - b.version || byOrder({ ...a, id: '' }, { ...b, id: '' }) || decisionRank[a.fact.decision] - decisionRank[b.fact.decision] || byOrder(a, b),
  );
  const last = decided.at(-1);
  if (!last) {
    return { value: 'new' };
  }
  const { decision, by, reason } = last.fact;
  return { value: decision, by, at: last.at, ...(reason && { reason }) };
}

/** Each closing and reopening, and whether the case is closed now. */
export function closingsOf(statements: readonly Statement<CaseFact>[]): Pick<CaseSnapshot, 'closings' | 'reopenings' | 'closedAt'> {
  const changes = factsNamed(statements, 'closed', 'reopened');
  const timesOf = (name: 'closed' | 'reopened'): Instant[] => [...new Set(changes.filter(({ fact }) => fact.fact === name).map(({ at }) => at))].sort();
  const last = changes.at(-1);
  return { closings: timesOf('closed'), reopenings: timesOf('reopened'), ...(last?.fact.fact === 'closed' && { closedAt: last.at }) };
}

/** When the case was opened, by the earliest word of it. */
export function openedAtOf(statements: readonly Statement<CaseFact>[]): Instant | undefined {
  return factsNamed(statements, 'requested')
    .map(({ at }) => at)
    .sort()[0];
}
