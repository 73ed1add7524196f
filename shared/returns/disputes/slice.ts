import type { FactOf } from '../record/fact.ts';
import type { Instant } from '../record/instant.ts';
import { slice } from '../record/slice.ts';
import { compare, type Statement } from '../record/statement.ts';
import { disputeFacts } from './facts.ts';
import { disputeStory } from './story.ts';

export interface Dispute {
  readonly disputeId: string;
  readonly openedAt?: Instant;
  readonly closedAt?: Instant;
  readonly outcome?: string;
}

/** Disputes at the store; one that is open needs a person. */
export const disputes = slice({
  facts: disputeFacts,
  fold: (statements): { readonly disputes: readonly Dispute[] } => ({ disputes: disputesOf(statements) }),
  notes: ({ disputes: all }) =>
    all.filter(({ closedAt }) => !closedAt).map(({ disputeId }) => ({ code: 'disputed', detail: disputeId })),
  story: disputeStory,
});

function disputesOf(statements: readonly Statement<FactOf<typeof disputeFacts>>[]): Dispute[] {
  const byId = new Map<string, Dispute>();
  for (const { fact, at } of statements) {
    const known = byId.get(fact.disputeId) ?? { disputeId: fact.disputeId };
    const word =
      fact.fact === 'disputed'
        ? { openedAt: openedAtOf(known, at) }
        : { closedAt: at, ...(fact.outcome && { outcome: fact.outcome }) };
    byId.set(fact.disputeId, { ...known, ...word });
  }
  return [...byId.values()].sort((a, b) => compare(a.disputeId, b.disputeId));
}

/** Some senders say a dispute anew with each change of the case: that is no other one, unless it had ended. */
function openedAtOf({ openedAt, closedAt }: Dispute, at: Instant): Instant {
  return openedAt && !closedAt ? openedAt : at;
}
