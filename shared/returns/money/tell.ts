import type { Telling } from '../record/tell.ts';
import type { MoneyPart } from './part.ts';

/** Each refund that went through or failed, once. */
export function moneyTellings({ money }: MoneyPart): Telling[] {
  return money.actions.flatMap(({ refundId, kind, amount, by, at, status, failedAt, failure }) => {
    const common = { refundId, kind, amount, by };
    const failed: Telling[] = failedAt
      ? [
          {
            key: `refund/${refundId}/failed`,
            mode: 'once',
            hash: 'told',
            type: 'Refund Failed',
            data: { ...common, at: failedAt, ...(failure && { reason: failure }) },
          },
        ]
      : [];
    const done: Telling[] =
      status === 'failed'
        ? []
        : [
            {
              key: `refund/${refundId}/done`,
              mode: 'once',
              hash: 'told',
              type: 'Refund Completed',
              data: { ...common, at },
            },
          ];
    return [...failed, ...done];
  });
}
