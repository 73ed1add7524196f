import * as z from 'zod';
import { cleaned } from '#shared/identifiers/cleaned.ts';
import { skuOf } from '#shared/identifiers/sku.ts';
import { chinaTime } from '../china-time.ts';

/** A code of the WMS or ours, as any id: no control characters, and of a length that fits into ids. */
export const code = z
  .string('must be one text')
  .overwrite(cleaned)
  .min(1, 'must not be empty')
  .max(100, 'must have at most 100 characters')
  .regex(/^[^\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}]*$/u, 'must have no control characters');

/** Goods are kept by SKU, and the table's client loses a map key of this one name. */
export const itemCode = code
  .overwrite(skuOf)
  .min(1, 'must not be empty')
  .refine((value) => value !== '__proto__', 'is no item code');

/** Whole units, also as `2.0`. */
export const quantity = z
  .string('must be one text')
  .regex(/^\d{1,6}(\.0{1,6})?$/, 'must be a whole number of units, at most 999999')
  .transform(Number);

/** `yyyy-MM-dd HH:mm:ss` in China. */
export const time = z.string('must be one text').transform((value, context) => {
  const instant = chinaTime(value);
  if (!instant) {
    context.addIssue('must be a time as yyyy-MM-dd HH:mm:ss');
  }
  return instant ?? z.NEVER;
});

/** As written on the parcel, or typed: what it is worth is for the reader of numbers to say. */
export const expressCode = z.string('must be one text').max(500, 'must have at most 500 characters');

/** A list of what XML writes as one element, several, or none at all. */
export function listOf<Item extends z.ZodType>(item: Item, most: number) {
  return z.array(item).max(most, `must have at most ${most} entries`).exactOptional();
}

/**
 * The same tree with each element of these names as a list, however many there are of it, so that each is read by itself.
 *
 * @param value - As it was read from the XML.
 */
export function withLists(value: unknown, names: readonly string[]): unknown {
  if (Array.isArray(value)) {
    return value.map((each) => withLists(each, names));
  }
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => {
      const inner = withLists(each, names);
      return [name, names.includes(name) && !Array.isArray(inner) ? [inner] : inner];
    }),
  );
}
