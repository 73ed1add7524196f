import * as z from 'zod';

/** An event: what it says, in one line, and what its `data` holds and nothing else. No personal data. */
export function event<Fields extends z.ZodRawShape>(summary: string, fields: Fields) {
  return { summary, data: z.strictObject(fields) };
}
