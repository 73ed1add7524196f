import * as z from 'zod';
import { caseEvent } from '../record/event.ts';
import { by, instant, text } from '../record/values.ts';
import { decisions } from './facts.ts';

/** One topic: whether the case is decided, and how. */
const decision = { topic: 'decision' };
/** One topic: in one version, a reopening comes after the closings. */
const closing = { topic: 'closing' };

const decided = z
  .enum(decisions)
  .exclude(['withdrawn'])
  .meta({ id: 'CaseDecision', description: 'How the store stands to the request.' });
const party = {
  by: z.exactOptional(by),
  reason: z.exactOptional(z.string()).describe("why, in the sender's word or code"),
};

export const decisionEvents = {
  'Case Decided': caseEvent(
    'The return was approved or declined, or it expired.',
    {
      decision: decided,
      ...party,
      warehouseId: z
        .exactOptional(text)
        .describe("where the goods are to go, as far as it is known: the warehouse's id in the merchant's file"),
    },
    decision,
  ),
  'Case Withdrawn': caseEvent('The return was taken back.', party, decision),
  'Case Undecided': caseEvent(
    'The store took its decline, withdrawal or expiry back: the return is to be decided again.',
    {
      since: instant.describe('when the store took it back; where it was only misread, when we last heard of the case'),
    },
    decision,
  ),
  'Case Closed': caseEvent(
    'The store closed the case.',
    { closedAt: instant.describe('when, by the word of the store') },
    closing,
  ),
  'Case Reopened': caseEvent(
    'The store opened a closed case again.',
    { reopenedAt: instant.describe('when, by the word of the store') },
    closing,
  ),
};
