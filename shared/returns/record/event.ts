import * as z from 'zod';

/** What an event is the latest word on, within its record: a topic, and the fields that say of which. */
export interface Subject<Field extends string = string> {
  readonly topic: string;
  readonly by?: readonly Field[];
}

/**
 * An event: what it says, in one line, and what its `data` holds and nothing else. No personal data.
 * @param subject - Of a value, which is told again when it differs: of all events of one record and subject the one with the highest version holds.
 *   A happening has none: once told it stays true.
 */
export function event<Fields extends z.ZodRawShape>(
  summary: string,
  fields: Fields,
  subject?: Subject<keyof Fields & string>,
): { readonly summary: string; readonly data: z.ZodObject<Fields, z.core.$strict>; readonly subject?: Subject } {
  return { summary, data: z.strictObject(fields), ...(subject && { subject }) };
}
