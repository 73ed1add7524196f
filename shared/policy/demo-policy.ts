import { usualDeadlines } from '#shared/returns/deadlines/kinds.ts';
import type { Policy } from './policy.ts';

/** The bundled policy: the usual figures of the trade (QC within 8 hours, refund within 24 of stock-in), until a merchant stores another. */
export const demoPolicy: Policy = {
  revision: 'demo-1',
  deadlines: usualDeadlines,
  caps: { compensation: 5_000, returnFreight: 3_000 },
  waitForParcelsMinutes: 7 * 24 * 60,
  noReason: { days: 7, exemptCategories: [] },
  defaultWarehouse: 'east',
};
