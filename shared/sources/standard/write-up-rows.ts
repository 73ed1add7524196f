import * as z from 'zod';
import { aboutCase } from './case-ref.ts';
import { codeOf } from './code-or-text.ts';
import { caseName, plainCode, time } from './fields.ts';
import { row } from './row.ts';

const reason = z.object({
  code: plainCode.describe('what the case came of: `quality-defect`'),
  within: plainCode.exactOptional().describe('more closely, within that: `seam`'),
});

const writtenUp = z
  .object({
    ...caseName,
    reasons: z
      .array(reason)
      .min(1, 'must name at least one reason')
      .max(10, 'must have at most 10 reasons')
      .describe('what the case came of, the main one first'),
    mood: plainCode.exactOptional().describe('in which mood it left the buyer, in a code of yours: `calm`, `upset`'),
    at: time.describe('when it was written up'),
  })
  .describe('The latest one counts as to what is in it, the first one as to when it was done.');

/** `case.written-up` (结案登记). */
export const caseWrittenUp = row(
  'A case that is over was written up: what it came of.',
  writtenUp,
  (data, context) => {
    const { mood, at = context.at } = data;
    const reasons = data.reasons.map(({ code, within }) => ({
      code: codeOf(code),
      ...(within && { within: codeOf(within) }),
    }));
    return aboutCase(data, context, [{ fact: 'case-written-up', at, reasons, ...(mood && { mood: codeOf(mood) }) }]);
  },
  ['at'],
);
