import * as z from 'zod';
import { chinaTime } from '../china-time.ts';

/** A code of the WMS or ours: no control characters, and of a length that fits into ids. */
export const code = z
  .string('must be one text')
  .min(1, 'must not be empty')
  .max(100, 'must have at most 100 characters')
  .regex(/^[^\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}]*$/u, 'must have no control characters');

/** Goods are kept by SKU, and the table's client loses a map key of this one name. */
export const itemCode = code.refine((value) => value !== '__proto__', 'is no item code');

/** Whole units, also as `2.0`. */
export const quantity = z
  .string('must be one text')
  .regex(/^\d{1,6}(\.0{1,6})?$/, 'must be a whole number of units, at most 999999')
  .transform(Number);

/** `yyyy-MM-dd HH:mm:ss` in China. What is no time is as if it were left out: a report is not lost for want of one. */
export const time = z.string().transform(chinaTime).optional().catch(undefined);

/** As written on the parcel, or typed: what it is worth is for `readTrackingNumber` to say. */
export const expressCode = z.string('must be one text').max(500);

/** A list is one element, several, or none at all. */
export function listOf<Item extends z.ZodType>(item: Item, most: number) {
  return z.preprocess(
    (value) => (value === undefined ? [] : [value].flat()),
    z.array(item).max(most, `must have at most ${most} entries`),
  );
}
