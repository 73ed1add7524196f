import * as z from 'zod';
import type { CaseFact } from '#shared/returns/case/facts.ts';
import type { Instant } from '#shared/returns/record/instant.ts';
import { time } from './fields.ts';

/** A deadline that the platform sets. */
export const deadline = z.object({
  kind: z.string().regex(/^[a-z][a-z-]{0,39}$/, 'must be a kind such as refund'),
  at: time,
});

export function platformDeadline(
  { kind, at: due }: z.output<typeof deadline>,
  at: Instant,
  version?: number,
): CaseFact {
  return { fact: 'platform-deadline', kind, due, at, ...(version !== undefined && { version }) };
}
