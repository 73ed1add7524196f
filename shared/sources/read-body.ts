import * as z from 'zod';
import type { CaseFact } from '#shared/returns/fact.ts';
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
  /** The store still shows an older state than the hint promised, and is asked no more. */
  behind: z.boolean().optional(),
});
export type ReadBody = z.output<typeof readBodyShape>;

/** Says so where the change was found by listing only, and where the store never showed what its hint promised. */
export function readFacts({ missed, behind, hintAt }: ReadBody): CaseFact[] {
  return [
    ...(missed ? [{ fact: 'webhook-missed', at: hintAt } as const] : []),
    ...(behind ? [{ fact: 'store-behind', at: hintAt } as const] : []),
  ];
}
