import type { CaseFact } from '../case/facts.ts';
import type { Money } from '../record/money.ts';
import type { Statement } from '../record/statement.ts';
import { type LineOf, linesByRows } from '../record/story.ts';
import type { MoneyKind } from './facts.ts';

export interface MoneyLines {
  readonly refund: {
    readonly refundId: string;
    readonly kind: MoneyKind;
    readonly amount: Money;
    readonly outcome: 'done' | 'failed';
    readonly reason?: string;
  };
}

/** Each payment that went through or failed; again where its sender says another sum of it, or another payer. */
export function moneyStory(statements: readonly Statement<CaseFact>[]): LineOf<MoneyLines>[] {
  return linesByRows<CaseFact, MoneyLines>(statements, {
    refund: {
      about: ({ fact }) => `${fact.refundId}/${fact.outcome}`,
      by: ({ by }) => ({ role: by }),
      values: ({ refundId, kind, amount, outcome, reason }) => ({
        refundId,
        kind,
        amount,
        outcome,
        ...(reason && { reason }),
      }),
    },
  });
}
