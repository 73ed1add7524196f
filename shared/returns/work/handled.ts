import type { CaseFact } from '../case/facts.ts';
import type { ContactPart } from '../contact/slice.ts';
import type { Decision } from '../decision/facts.ts';
import type { DecisionPart } from '../decision/part.ts';
import type { Dispute } from '../disputes/slice.ts';
import type { MoneyPart } from '../money/part.ts';
import type { Statement } from '../record/statement.ts';
import type { Deed, Work } from './part.ts';

/** What the store of a case has said, by now and in all. */
export interface StoreSaid extends Pick<DecisionPart, 'decision'>, MoneyPart, Pick<ContactPart, 'replacement'> {
  readonly disputes: readonly Dispute[];
  readonly statements: readonly Statement<CaseFact>[];
}

interface Row {
  /** The record as it stands says that it was done. */
  readonly isSo: (said: StoreSaid) => boolean;
  /** A word that says so; one that says otherwise. */
  readonly agrees: (fact: CaseFact) => boolean;
  readonly differs: (fact: CaseFact) => boolean;
}

const isDecided = (fact: CaseFact, ...decisions: readonly Decision[]): boolean =>
  fact.fact === 'decided' && decisions.includes(fact.decision);
const isPaid = (fact: CaseFact, outcome: 'done' | 'failed'): boolean =>
  fact.fact === 'refund' && fact.outcome === outcome && fact.kind !== 'deduction' && fact.kind !== 'recovery';

const rows: Readonly<Record<Deed, Row>> = {
  approved: {
    isSo: ({ decision }) => decision.value === 'approved',
    agrees: (fact) => isDecided(fact, 'approved'),
    differs: (fact) => isDecided(fact, 'declined', 'withdrawn', 'expired'),
  },
  declined: {
    isSo: ({ decision }) => decision.value === 'declined',
    agrees: (fact) => isDecided(fact, 'declined'),
    differs: (fact) => isDecided(fact, 'approved', 'withdrawn', 'expired'),
  },
  refunded: {
    isSo: ({ money }) => money.enoughAt !== undefined,
    agrees: (fact) => isPaid(fact, 'done'),
    differs: (fact) => isPaid(fact, 'failed') || isDecided(fact, 'declined', 'withdrawn', 'expired'),
  },
  'replacement-sent': {
    isSo: ({ replacement }) => replacement !== undefined,
    agrees: (fact) => fact.fact === 'replacement-shipped',
    differs: (fact) => isDecided(fact, 'declined', 'withdrawn', 'expired'),
  },
  // No sender says that evidence came: what is judged needs none any more.
  'evidence-sent': {
    isSo: ({ disputes }) => disputes.length > 0 && disputes.every(({ closedAt }) => closedAt !== undefined),
    agrees: (fact) => fact.fact === 'dispute-closed',
    differs: () => false,
  },
};

/**
 * Whether the store has said by now what a person says that they did there. A word counts as later by our receipt, too: a store dates it by when it was done, which is
 * before the person says so here.
 */
export function stateOf(
  { did, at }: Pick<NonNullable<Work['handled']>, 'did' | 'at'>,
  said: StoreSaid | undefined,
): 'awaited' | 'confirmed' | 'differs' {
  if (!said) {
    return 'awaited';
  }
  const row = rows[did];
  const later = said.statements.filter(({ receivedAt }) => receivedAt > at).map(({ fact }) => fact);
  if (row.isSo(said) || later.some(row.agrees)) {
    return 'confirmed';
  }
  return later.some(row.differs) ? 'differs' : 'awaited';
}
