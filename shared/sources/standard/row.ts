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

/** What a message of one type says, and how its `data` is read. docs/standard-webhooks.md is written from it. */
export interface Row {
  /** What it says, in one line. */
  readonly summary: string;
  /** Of `data`. Each field is described by its meaning, the whole by what holds between its fields. */
  readonly schema: z.ZodType;
  read(data: unknown, context: Context): Observed;
}

/** Reads `data` by a schema and says what it means; what does not fit is told by path. */
export function row<Schema extends z.ZodType>(
  summary: string,
  schema: Schema,
  say: (data: z.output<Schema>, context: Context) => Observed,
): Row {
  return {
    summary,
    schema,
    read(data, context) {
      const parsed = schema.safeParse(data);
      return parsed.success ? say(parsed.data, context) : notUnderstood(faultsOf(parsed.error, 'data'));
    },
  };
}
