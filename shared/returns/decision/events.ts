import * as z from 'zod';
import { event } from '../record/event.ts';
import { by, instant, text } from '../record/values.ts';
import { decisions } from './facts.ts';

/** One topic: whether the case is decided, and how. */
const decision = { topic: 'decision' };
/** One topic: in one version, a reopening comes after the closings. */
const closing = { topic: 'closing' };

const party = { by: z.exactOptional(by), reason: z.exactOptional(z.string()) };

export const decisionEvents = {
  'Case Decided': event(
    'The return was approved or declined, or it expired.',
    { decision: z.enum(decisions).exclude(['withdrawn']), ...party, warehouseId: z.exactOptional(text) },
    decision,
  ),
  'Case Withdrawn': event('The return was taken back.', party, decision),
  'Case Undecided': event(
    'The store took its decline, withdrawal or expiry back: the return is to be decided again.',
    { since: instant },
    decision,
  ),
  'Case Closed': event('The store closed the case.', { closedAt: instant }, closing),
  'Case Reopened': event('The store opened a closed case again.', { reopenedAt: instant }, closing),
};
