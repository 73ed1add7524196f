import * as z from 'zod';
import { instant, text, type Value } from './values.ts';

/**
 * A kind of fact: its type and its check in one. `at` is when its sender says that it was so; `version` the sender's own number of the
 * state that it speaks of, where it has one: that goes first. `unread` names the members of its message that could not be read.
 */
export function fact<Name extends string, Fields extends z.ZodRawShape>(name: Name, fields: Fields) {
  return z.object({
    fact: z.literal(name),
    at: instant,
    version: z.exactOptional(z.int()),
    unread: z.exactOptional(z.array(text)),
    ...fields,
  });
}

/** Kinds of fact by their names. */
export type Facts = Readonly<Record<string, z.ZodType>>;

/** Any fact of some kinds. */
export type FactOf<Kinds extends Facts> = Value<Kinds[keyof Kinds]>;

/** True when the value is a fact of one of the kinds, with all that it must hold. What fails is listed on the record and never applied. */
export function isFactOf<Kinds extends Facts>(kinds: Kinds, value: unknown): value is FactOf<Kinds> {
  const name = typeof value === 'object' && value !== null && 'fact' in value ? value.fact : undefined;
  return typeof name === 'string' && Object.hasOwn(kinds, name) && kinds[name]?.safeParse(value).success === true;
}
