import * as z from 'zod';
import { fact } from '../record/fact.ts';
import { count, instant, text, type Value } from '../record/values.ts';

export const deadlineFacts = {
  /** A deadline that the platform itself sets for the case; without `due` it is taken away. */
  'platform-deadline': fact('platform-deadline', { kind: text, due: z.exactOptional(instant) }),
  /** A clock of ours struck: the moment to remind, the due time, or the n-th escalation after it. */
  tick: fact('tick', {
    deadlineId: text,
    phase: z.enum(['reminder', 'due', 'escalation']),
    /** Which escalation, from 1; 0 for the other phases. */
    count,
    /** Of a reminder: which opening it is of, so that none comes again when its deadline moves. */
    opening: z.exactOptional(text),
  }),
};
export type TickFact = Value<typeof deadlineFacts.tick>;
