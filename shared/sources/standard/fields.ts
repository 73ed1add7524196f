import * as z from 'zod';
import { type Instant, toInstant } from '#shared/returns/record/instant.ts';

/** No control characters, trimmed, not empty. */
function text(most: number) {
  return z
    .string()
    .trim()
    .min(1, 'must not be empty')
    .max(most, `must have at most ${most} characters`)
    .regex(/^[^\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}]*$/u, 'must have no control characters');
}

export const id = text(120);
/** Goods are kept by SKU, and the table's client loses a map key of this one name. */
export const sku = id.refine((value) => value !== '__proto__', 'is no SKU');
export const shortText = text(300);
export const longText = z.string().max(4000);
/** As typed, and possibly nothing: what it is worth is for `readTrackingNumber` to say. */
export const trackingNumber = z.string().max(60);
export const carrier = text(60);

/** An ISO 8601 time that states its zone. */
export const time = z.string().transform((value, context): Instant => {
  const instant = toInstant(value);
  if (!instant) {
    context.addIssue('must be an ISO 8601 time with its zone, such as 2026-01-15T08:00:00Z');
  }
  return instant ?? z.NEVER;
});

export const money = z.object({
  amount: z.int().min(0).max(1_000_000_000_000),
  currency: z.string().regex(/^[A-Z]{3}$/, 'must be an ISO 4217 code'),
});

export const quantity = z.int().min(1).max(1_000_000);

/** A case has to fit into one item of the table several times over. */
const mostLines = 200;

export function linesOf<Line extends z.ZodType>(line: Line) {
  return z.array(line).max(mostLines, `must have at most ${mostLines} lines`);
}

export const webLink = z
  .string()
  .max(2000)
  .refine((value) => hasProtocol(value, ['https:', 'http:']), 'must be a web address');
export const secureLink = z
  .string()
  .max(2000)
  .refine((value) => hasProtocol(value, ['https:']), 'must be an https address');

function hasProtocol(value: string, allowed: readonly string[]): boolean {
  return allowed.includes(URL.parse(value)?.protocol ?? '');
}

/** What every message that names a case has. `shop` may be left out where the channel has only one. */
export const caseName = { caseId: id, shop: id.exactOptional() };
