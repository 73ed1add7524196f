import * as z from 'zod';
import type { Instant } from './instant.ts';

/** What a schema lets through, as a value that nobody changes. */
export type Value<Schema extends z.ZodType> = Frozen<z.infer<Schema>>;

type Frozen<T> = T extends string | number | boolean | undefined ? T : { readonly [Key in keyof T]: Frozen<T[Key]> };

export const text = z.string().min(1);
/** A whole number, from 0. */
export const count = z.int().min(0);
/** `YYYY-MM-DDTHH:mm:ss.sssZ`. */
export const instant = z.iso.datetime({ precision: 3 }) as unknown as z.ZodType<Instant>;

/** A parcel's label as it was scanned or typed, where its tracking number is not all of it. */
export const seen = z.exactOptional(text);

/** Who did something, where we know no more of them. */
export const by = z.enum(['merchant', 'platform', 'system', 'warehouse', 'buyer']).meta({
  id: 'Party',
  description: 'Who did it; `system` is software of the store, unasked.',
});
export type By = z.infer<typeof by>;
