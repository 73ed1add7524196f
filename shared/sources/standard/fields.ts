import * as z from 'zod';
import { cleaned } from '#shared/identifiers/cleaned.ts';
import { skuOf } from '#shared/identifiers/sku.ts';
import { type Instant, toInstant } from '#shared/returns/record/instant.ts';
import type { Unread } from '../source.ts';

/*
 * The forms that fields have, each under the name by which docs/standard-webhooks.md explains it. What a field means is said where it is used.
 */

/** No control characters, cleaned, not empty. */
function text(most: number, clean: (value: string) => string) {
  return z
    .string()
    .overwrite(clean)
    .min(1, 'must not be empty')
    .max(most, `must have at most ${most} characters`)
    .regex(/^[^\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}]*$/u, 'must have no control characters');
}

export const id = text(120, cleaned).meta({
  id: 'id',
  description:
    'A text of 1 to 120 characters without control characters; what nobody sees in it (zero-width and bidi marks, soft hyphens) and blanks around it are left out.',
});
/** Goods are kept by SKU, and the table's client loses a map key of this one name. */
export const sku = text(120, skuOf)
  .refine((value) => value !== '__proto__', 'is no SKU')
  .meta({
    id: 'sku',
    description: 'As `id`, in any writing but `__proto__`; a hyphen or a blank that does not break is a plain one.',
  });
export const shortText = text(300, (value) => value.trim()).meta({
  id: 'short-text',
  description: 'A text of 1 to 300 characters without control characters; blanks around it are cut off.',
});
export const longId = text(300, cleaned).meta({ id: 'long-id', description: 'As `id`, of 1 to 300 characters.' });
export const longText = z
  .string()
  .max(4000)
  .meta({ id: 'long-text', description: 'A text of at most 4,000 characters, possibly empty.' });
/** See `wordOf` and `sentence`. */
export const codeOrText = longText.meta({
  id: 'code-or-text',
  description:
    'At most 4,000 characters. A code (1 to 60 letters, digits and `.` `_` `/` `-`, a letter or digit first, no run of five digits) is kept with the case, and shown where a line of the timeline tells of it; anything else may be written by a person, and is kept apart as personal data.',
});
/** See `codeOf`. */
export const plainCode = shortText.meta({
  id: 'plain-code',
  description:
    'A code of at most 40 small letters, digits and hyphens, in at most 300 characters; capitals are made small, and `_` becomes `-`. Anything else becomes `other`.',
});
/** As typed, and possibly nothing: what it is worth is for `readTrackingNumber` to say. */
export const trackingNumber = z.string().max(300).meta({
  id: 'tracking-number',
  description:
    "As typed or scanned, in at most 300 characters: blanks do not count, small letters are taken as capitals. A whole label may be sent: what a scanner adds (`]C1`, GS) and what a label has besides its number (the ZIP code of USPS, the rest of FedEx's 34 digits, which parcel of how many at JD) is left out where that is certain, and the label is kept beside the number. What is left is a number if it is 4 to 40 letters, digits and hyphens. What people type for *none* (nothing, `N/A`, `0`, `-`, `无` …) is a placeholder.",
});
/** Of such a text in which there is none, or something besides. */
export const noNumber: Unread = {
  path: 'data.trackingNumber',
  expected: 'must be 4 to 40 letters, digits and hyphens',
};
export const carrier = text(60, cleaned).meta({
  id: 'carrier',
  description:
    "As `id`, of 1 to 60 characters: the code of a carrier in the merchant's file, or a name of it that stands there. Any other is kept as it is, in small letters.",
});

/** An ISO 8601 time that states its zone. */
export const time = z
  .string()
  .transform((value, context): Instant => {
    const instant = toInstant(value);
    if (!instant) {
      context.addIssue('must be an ISO 8601 time with its zone, such as 2026-01-15T08:00:00Z');
    }
    return instant ?? z.NEVER;
  })
  .meta({
    id: 'time',
    description:
      'ISO 8601 with its zone: `2026-01-15T16:00:00+08:00`, `2026-01-15T08:00:00Z`. Seconds may be left out; what is below a millisecond is cut off.',
  });

export const money = z
  .object({
    amount: z.int().min(0).max(1_000_000_000_000),
    currency: z.string().regex(/^[A-Z]{3}$/, 'must be an ISO 4217 code'),
  })
  .meta({
    id: 'money',
    description:
      '`{ "amount": 39800, "currency": "CNY" }`: a whole number of minor units (fen, cents; whole yen for JPY) from 0 to 1,000,000,000,000, and the currency as ISO 4217.',
  });

export const quantity = z
  .int()
  .min(1)
  .max(1_000_000)
  .meta({ id: 'quantity', description: 'A whole number from 1 to 1,000,000.' });

/** The sender's own number of the state that a message tells of. */
export const stateVersion = z
  .int()
  .min(0)
  .meta({
    id: 'version',
    description:
      'A whole number from 0, greater with each state of the case: [Repetition and order](#repetition-and-order).',
  })
  .exactOptional()
  .describe('your number of this state of the case');

/** A case has to fit into one item of the table several times over. */
const mostLines = 200;

export function linesOf<Line extends z.ZodType>(line: Line) {
  return z.array(line).max(mostLines, `must have at most ${mostLines} lines`);
}

/** Of a report that says nothing where it names nothing. */
export function someLinesOf<Line extends z.ZodType>(line: Line) {
  return linesOf(line).min(
    1,
    'must name at least one line; of an empty parcel name what was expected, as failed with the finding empty',
  );
}

export const webLink = z
  .string()
  .max(2000)
  .refine((value) => hasProtocol(value, ['https:', 'http:']), 'must be a web address')
  .meta({ id: 'web-link', description: 'An address with `https:` or `http:`, of at most 2,000 characters.' });
export const secureLink = z
  .string()
  .max(2000)
  .refine((value) => hasProtocol(value, ['https:']), 'must be an https address')
  .meta({ id: 'https-link', description: 'An address with `https:`, of at most 2,000 characters.' });

function hasProtocol(value: string, allowed: readonly string[]): boolean {
  return allowed.includes(URL.parse(value)?.protocol ?? '');
}

/** What every message that names a case has. `shop` may be left out where the channel has only one. */
export const caseName = {
  caseId: id.describe('which case: [Name the case](#name-the-case)'),
  shop: id.exactOptional().describe("the case's shop, where the id alone does not say it"),
};

/** When the case came to be as a message says. */
export const since = time.exactOptional().describe('since when it is so; left out, since the `timestamp`');
