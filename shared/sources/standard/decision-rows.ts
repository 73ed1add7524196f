import * as z from 'zod';
import type { CaseFact } from '#shared/returns/case/facts.ts';
import { aboutCase } from './case-ref.ts';
import { sentence, wordOf } from './code-or-text.ts';
import { deadline, platformDeadline } from './deadline.ts';
import { caseName, id, longText, time } from './fields.ts';
import { type Row, row } from './row.ts';

const version = z.int().min(0).exactOptional();
const reason = longText.exactOptional();

const decided = z.object({
  ...caseName,
  decision: z.enum(['approved', 'declined']),
  by: z.enum(['merchant', 'platform', 'system']),
  reason,
  warehouseId: id.exactOptional(),
  deadline: deadline.exactOptional(),
  version,
  at: time.exactOptional(),
});

/** `return.decided`: approved or declined, where the goods should go, and the platform's own deadline. */
export const returnDecided = row(decided, (data, context) => {
  const at = data.at ?? context.at;
  const { decision, by, warehouseId } = data;
  const code = wordOf(data.reason);
  const facts: CaseFact[] = [
    {
      fact: 'decided',
      decision,
      by,
      at,
      ...(code && { reason: code }),
      ...(data.version !== undefined && { version: data.version }),
    },
    ...(warehouseId === undefined ? [] : [{ fact: 'details', details: { warehouseId }, at } as const]),
    ...(data.deadline ? [platformDeadline(data.deadline, at, data.version)] : []),
  ];
  return aboutCase(data, context, facts, { person: sentence('decisionReason', data.reason) });
});

const ended = z.object({ ...caseName, at: time.exactOptional(), version, reason });

/** `return.withdrawn`: the buyer no longer wants it. */
export const returnWithdrawn = row(ended, (data, context) => {
  const code = wordOf(data.reason);
  const facts: CaseFact[] = [
    {
      fact: 'decided',
      decision: 'withdrawn',
      by: 'buyer',
      ...statedAt(data, context.at),
      ...(code && { reason: code }),
    },
  ];
  return aboutCase(data, context, facts, { person: sentence('withdrawalReason', data.reason) });
});

/** `return.closed` and `return.reopened`. */
export function closing(fact: 'closed' | 'reopened'): Row {
  return row(ended, (data, context) =>
    aboutCase(data, context, [{ fact, ...statedAt(data, context.at) }], {
      person: sentence(`${fact}Reason`, data.reason),
    }),
  );
}

function statedAt<At>(
  data: { readonly at?: At; readonly version?: number },
  otherwise: At,
): { readonly at: At; readonly version?: number } {
  return { at: data.at ?? otherwise, ...(data.version !== undefined && { version: data.version }) };
}
