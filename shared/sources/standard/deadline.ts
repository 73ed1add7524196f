import * as z from 'zod';
import { cleaned } from '#shared/identifiers/cleaned.ts';
import type { CaseFact } from '#shared/returns/case/facts.ts';
import type { Instant } from '#shared/returns/record/instant.ts';
import { time } from './fields.ts';

/** A deadline that the platform sets. */
export const deadline = z.object({
  kind: z
    .string()
    .overwrite(cleaned)
    .regex(/^[a-z][a-z-]{0,39}$/, 'must be a kind such as refund')
    .meta({ id: 'deadline-kind', description: 'A code of 1 to 40 small letters and hyphens, a letter first.' })
    .describe('what is due: `decision`, `buyer-ships`, `refund` or `replacement`. Any other is shown under its code'),
  at: time.describe('when it is due'),
});

export function platformDeadline(
  { kind, at: due }: z.output<typeof deadline>,
  at: Instant,
  version?: number,
): CaseFact {
  return { fact: 'platform-deadline', kind, due, at, ...(version !== undefined && { version }) };
}
