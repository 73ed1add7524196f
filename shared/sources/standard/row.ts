import type * as z from 'zod';
import type { Channel, Merchant } from '#shared/merchant/merchant.ts';
import type { Instant } from '#shared/returns/record/instant.ts';
import { faultsOf, notUnderstood } from '../observed.ts';
import type { Observed } from '../source.ts';

/** What a message is read against. */
export interface Context {
  readonly channel: Channel;
  readonly merchant: Merchant;
  /** The message's own `timestamp`. */
  readonly at: Instant;
}

/** How the `data` of one type is read. */
export type Row = (data: unknown, context: Context) => Observed;

/** Reads `data` by a schema and says what it means; what does not fit is told by path. */
export function row<Schema extends z.ZodType>(
  schema: Schema,
  say: (data: z.output<Schema>, context: Context) => Observed,
): Row {
  return (data, context) => {
    const parsed = schema.safeParse(data);
    return parsed.success ? say(parsed.data, context) : notUnderstood(faultsOf(parsed.error, 'data'));
  };
}
