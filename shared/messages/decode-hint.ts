import * as z from 'zod';
import type { ReadHint } from './inbox-message.ts';
import { unreadable } from './unreadable.ts';

const hintShape = z.object({
  source: z.string(),
  channel: z.string(),
  shop: z.string(),
  caseId: z.string(),
  at: z.string(),
  attempt: z.int().min(0),
  behind: z.int().min(0),
  missed: z.boolean().optional(),
  atReceipt: z.boolean().optional(),
});

/** @throws Fault `unreadable-message` for a text that no sender of ours wrote. */
export function decodeHint(text: string): ReadHint {
  try {
    return hintShape.parse(JSON.parse(text)) as ReadHint;
  } catch {
    throw unreadable('not a hint for read-store');
  }
}
