import * as z from 'zod';
import { fact } from '../record/fact.ts';
import { text } from '../record/values.ts';

export const disputeFacts = {
  disputed: fact('disputed', { disputeId: text }),
  'dispute-closed': fact('dispute-closed', { disputeId: text, outcome: z.exactOptional(z.string()) }),
};
