import * as z from 'zod';
import { event } from '../record/event.ts';
import { by, instant, text } from '../record/values.ts';
import { decisions } from './facts.ts';

const party = { by: z.exactOptional(by), reason: z.exactOptional(z.string()) };

export const decisionEvents = {
  'Case Decided': event('The return was approved or declined, or it expired.', {
    decision: z.enum(decisions).exclude(['withdrawn']),
    ...party,
    warehouseId: z.exactOptional(text),
  }),
  'Case Withdrawn': event('The return was taken back.', party),
  'Case Undecided': event('The store took its decline, withdrawal or expiry back: the return is to be decided again.', {
    since: instant,
  }),
  'Case Closed': event('The store closed the case.', { closedAt: instant }),
  'Case Reopened': event('The store opened a closed case again.', { reopenedAt: instant }),
};
