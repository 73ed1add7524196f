import * as z from 'zod';
import { count, instant, text } from '#shared/returns/record/values.ts';
import { deeds, flags, snoozeReasons } from '#shared/returns/work/part.ts';

const assignee = z
  .union([z.object({ person: text }), z.object({ team: text })])
  .meta({ id: 'Assignee', description: 'A person by their subject id, or a team by its id.' });

export const owner = z
  .object({ person: text, since: instant })
  .meta({ id: 'Owner', description: 'Who has a record, by their subject id.' });

/** Who works on a record and what they left on it. */
export const work = z
  .object({
    owner: z.exactOptional(owner),
    team: z.exactOptional(text).describe('that it was last given to'),
    offered: z
      .exactOptional(z.object({ by: text, at: instant, to: assignee }))
      .describe('handed over and not accepted yet'),
    flag: z.exactOptional(z.enum(flags)),
    snooze: z.exactOptional(z.object({ until: instant, reason: z.enum(snoozeReasons), at: instant, by: text })),
    handled: z
      .exactOptional(
        z.object({ did: z.enum(deeds), at: instant, by: text, state: z.enum(['awaited', 'confirmed', 'differs']) }),
      )
      .describe('what somebody says that they did at the store, and whether the store agrees'),
    promised: z.exactOptional(z.object({ until: instant, at: instant, by: text })),
    notes: count.describe('how many notes people wrote'),
    touchedAt: z.exactOptional(instant),
  })
  .meta({ id: 'Work', description: 'Who works on a record and what they left on it.' });
