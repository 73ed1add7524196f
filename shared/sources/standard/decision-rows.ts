import * as z from 'zod';
import type { CaseFact } from '#shared/returns/case/facts.ts';
import { unreadableWarehouse } from '#shared/returns/opening/facts.ts';
import { isUnread } from '../observed.ts';
import { aboutCase } from './case-ref.ts';
import { sentence, wordOf } from './code-or-text.ts';
import { deadline, platformDeadline } from './deadline.ts';
import { caseName, codeOrText, id, since, stateVersion } from './fields.ts';
import { type Context, type Row, row } from './row.ts';

const decided = z.object({
  ...caseName,
  decision: z.enum(['approved', 'declined']).describe('what was decided'),
  by: z.enum(['merchant', 'platform', 'system']).describe('who decided; `system` is software of yours, unasked'),
  reason: codeOrText.exactOptional().describe('why'),
  warehouseId: id
    .exactOptional()
    .describe(
      "where the goods are to go, by its id in the merchant's file; one that is not there is shown to a person",
    ),
  deadline: deadline.exactOptional().describe('by when the platform wants what comes next'),
  version: stateVersion,
  at: since,
});

/** `return.decided`. */
export const returnDecided = row('Approved or declined, and where the goods go.', decided, (data, context) => {
  const at = data.at ?? context.at;
  const { decision, by } = data;
  const warehouseId = warehouseIn(data, context);
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

/** One that is named and cannot be read keeps the policy from choosing another. */
export function warehouseIn(
  { warehouseId }: { readonly warehouseId?: string },
  { unread }: Pick<Context, 'unread'>,
): string | undefined {
  return isUnread(unread, 'data.warehouseId') ? unreadableWarehouse : warehouseId;
}

const ended = z.object({
  ...caseName,
  at: since,
  version: stateVersion,
  reason: codeOrText.exactOptional().describe('why; a code is kept of `return.withdrawn` only'),
});

/** `return.withdrawn`. */
export const returnWithdrawn = row('The buyer no longer wants it.', ended, (data, context) => {
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

/** `return.closed`. */
export const returnClosed = closing('The store is done with the case.', 'closed');

/** `return.reopened`. */
export const returnReopened = closing('The store opened a closed case again.', 'reopened');

function closing(summary: string, fact: 'closed' | 'reopened'): Row {
  return row(summary, ended, (data, context) =>
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
