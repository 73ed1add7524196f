import type { FactOf } from '../record/fact.ts';
import type { Statement } from '../record/statement.ts';
import { type LineOf, linesByRows } from '../record/story.ts';
import type { disputeFacts } from './facts.ts';

type Fact = FactOf<typeof disputeFacts>;

export interface DisputeLines {
  readonly disputed: { readonly disputeId: string };
  readonly 'dispute-closed': { readonly disputeId: string; readonly outcome?: string };
}

export function disputeStory(statements: readonly Statement<Fact>[]): LineOf<DisputeLines>[] {
  return linesByRows<Fact, DisputeLines>(statements, {
    disputed: {
      about: ({ fact }) => fact.disputeId,
      by: () => ({ role: 'buyer' }),
      values: ({ disputeId }) => ({ disputeId }),
    },
    'dispute-closed': {
      about: ({ fact }) => fact.disputeId,
      values: ({ disputeId, outcome }) => ({ disputeId, ...(outcome && { outcome }) }),
    },
  });
}
