import { type Policy, usualAcknowledgement } from './policy.ts';

/** The bundled policy: the procedure's own figures (QC within 8 hours, refund within 24 of stock-in), until a merchant stores another. */
export const demoPolicy: Policy = {
  revision: 'demo-1',
  deadlines: {
    'qc-follow-up': {
      dueAfterMinutes: 8 * 60,
      remindBeforeMinutes: 4 * 60,
      escalateEveryMinutes: 2 * 60,
      escalations: 3,
    },
    refund: { dueAfterMinutes: 24 * 60, remindBeforeMinutes: 8 * 60, escalateEveryMinutes: 4 * 60, escalations: 3 },
    'warehouse-acknowledges': usualAcknowledgement,
  },
  caps: { compensation: 5_000, returnFreight: 3_000 },
  defaultWarehouse: 'east',
};
