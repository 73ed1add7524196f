import * as z from 'zod';
import { aboutCase } from './case-ref.ts';
import { codeOf } from './code-or-text.ts';
import { caseName, plainCode, time } from './fields.ts';
import { row } from './row.ts';

const message = z.object({
  ...caseName,
  by: z.enum(['bot', 'ai', 'person']).describe('who wrote it: [writers](glossary.md#writers)'),
  kind: plainCode.describe('what it was about, in a code of yours: `return-approved`'),
  at: time.describe('when it was sent'),
  supervised: z
    .boolean()
    .exactOptional()
    .describe('of an AI: whether a named person answers for it; only then it counts as a first response'),
  asksBuyer: z
    .boolean()
    .exactOptional()
    .describe(
      "whether the buyer is asked for something: from then on they are waited for, and the team's own clocks stand still, until they write, a tracking number is stated or the decision changes",
    ),
});

/** `message.sent`. */
export const messageSent = row(
  'That the buyer was written to; never what.',
  message,
  (data, context) => {
    const fact = {
      fact: 'message-sent',
      by: data.by,
      kind: codeOf(data.kind),
      at: data.at ?? context.at,
      ...(data.supervised && data.by === 'ai' && { supervised: true as const }),
      ...(data.asksBuyer && { asksBuyer: true as const }),
    } as const;
    return aboutCase(data, context, [fact]);
  },
  ['at'],
);

const wrote = z.object({ ...caseName, at: time.describe('when they wrote') });

/** `message.received`. */
export const messageReceived = row(
  'That the buyer wrote; never what.',
  wrote,
  (data, context) => aboutCase(data, context, [{ fact: 'message-received', at: data.at ?? context.at }]),
  ['at'],
);
