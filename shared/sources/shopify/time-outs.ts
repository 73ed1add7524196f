import type { TimeOutRow } from '#shared/returns/deadlines/time-out.ts';

/** Shopify sets no time limits for returns; only a chargeback has one, which its bank sets. */
export const shopifyTimeOuts: readonly TimeOutRow[] = [
  {
    kind: 'evidence',
    does: 'decides',
    isVerified: false,
    basis: 'Shopify Payments, evidence_due_by of a dispute: what the bank does without evidence is not told',
  },
  {
    does: 'nothing',
    isVerified: true,
    basis: 'Shopify sets no time limit for a return: only the merchant’s own policy',
  },
];
