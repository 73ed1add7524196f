import * as z from 'zod';
import { type Instant, toInstant } from '#shared/returns/record/instant.ts';

/** A field that holds an ISO 8601 time with its zone. */
export const isoTime = z.string().transform((value, context): Instant => {
  const instant = toInstant(value);
  if (!instant) {
    context.addIssue('must be an ISO 8601 time with its zone');
  }
  return instant ?? z.NEVER;
});
