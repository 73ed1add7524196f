import * as z from 'zod';
import { fact } from '../record/fact.ts';
import { by } from '../record/values.ts';

export const decisions = ['approved', 'declined', 'withdrawn', 'expired'] as const;
export type Decision = (typeof decisions)[number];

export const decisionFacts = {
  /** `raw` is the sender's own word. */
  decided: fact('decided', {
    decision: z.enum(decisions),
    by,
    reason: z.exactOptional(z.string()),
    raw: z.exactOptional(z.string()),
  }),
  /** The store closed the case. */
  closed: fact('closed', {}),
  /** The store opened a closed case again. */
  reopened: fact('reopened', {}),
};
