import * as z from 'zod';
import type { CaseFact } from '#shared/returns/fact.ts';
import type { Instant } from '#shared/returns/instant.ts';
import { isoTime } from './iso-time.ts';

/** The body of a delivery that was read at a store: what was asked for, because of which hint, and the store's own JSON. */
export const readBodyShape = z.object({
  shop: z.string().min(1).max(300),
  caseId: z.string().regex(/^\d{1,30}$/, 'must be a number'),
  hintAt: isoTime,
  readAt: isoTime,
  content: z.string(),
  /** The change was found by listing; no webhook had told of it. */
  missed: z.boolean().optional(),
});
export type ReadBody = z.output<typeof readBodyShape>;

/**
 * Says so where the change was found by listing only, and where the store still shows an older state than its hint promised.
 * @param changedAt - When the case last changed by what was read; undefined where the store does not say.
 */
export function readFacts({ missed, hintAt }: ReadBody, changedAt: Instant | undefined): CaseFact[] {
  const isBehind = changedAt !== undefined && changedAt < hintAt;
  return [
    ...(missed ? [{ fact: 'webhook-missed', at: hintAt } as const] : []),
    ...(isBehind ? [{ fact: 'store-behind', at: hintAt } as const] : []),
  ];
}
