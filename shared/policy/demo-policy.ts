import type { PublicDays } from '#shared/returns/deadlines/calendar.ts';
import { usualDeadlines } from '#shared/returns/deadlines/kinds.ts';
import cn from './calendars/cn.json' with { type: 'json' };
import type { Policy } from './policy.ts';

const chinesePublicDays: PublicDays = cn;

/** The bundled policy: the usual figures of the trade (QC within 8 hours, refund within 24 of stock-in), until a merchant stores another. */
export const demoPolicy: Policy = {
  revision: 'demo-1',
  deadlines: usualDeadlines,
  caps: { compensation: 5_000, returnFreight: 3_000 },
  waitForParcelsMinutes: 7 * 24 * 60,
  noReason: { days: 7, exemptCategories: [] },
  calendar: {
    hours: { workday: ['09:00-22:00'], restday: ['09:00-18:00'], holiday: ['10:00-16:00'] },
    restDays: ['saturday', 'sunday'],
    publicDays: chinesePublicDays,
    ownDays: {},
    notices: [],
  },
  defaultWarehouse: 'east',
};
