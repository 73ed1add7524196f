import type * as z from 'zod';
import type { Channel, Merchant } from '#shared/merchant/merchant.ts';
import type { Instant } from '#shared/returns/record/instant.ts';
import { inPart, notUnderstood } from '../observed.ts';
import { readInPart } from '../read-in-part.ts';
import type { Observed, Unread } from '../source.ts';

/** What a message is read against. */
export interface Context {
  readonly channel: Channel;
  readonly merchant: Merchant;
  /** The message's own `timestamp`; where that is missing or cannot be read, when we got it. */
  readonly at: Instant;
  /** Members of the message that could not be read. */
  readonly unread: readonly Unread[];
}

/** What a message of one type says, and how its `data` is read. docs/standard-webhooks.md is written from it. */
export interface Row {
  /** What it says, in one line. */
  readonly summary: string;
  /** Of `data`. Each field is described by its meaning, the whole by what holds between its fields. */
  readonly schema: z.ZodType;
  read(data: unknown, context: Context): Observed;
}

type Spared<Shape extends z.ZodRawShape, Spare extends keyof Shape> = Omit<z.output<z.ZodObject<Shape>>, Spare> &
  Partial<Pick<z.output<z.ZodObject<Shape>>, Spare & keyof z.output<z.ZodObject<Shape>>>>;

/**
 * Reads `data` by its members and says what they mean.
 *
 * @param spare - Members that a sender has to give, and without which the rest still says something.
 * @param telling - As of {@link readInPart}; the shop always is, since without it another case may be meant.
 */
export function row<Shape extends z.ZodRawShape, Spare extends keyof Shape & string = never>(
  summary: string,
  schema: z.ZodObject<Shape>,
  say: (data: Spared<Shape, Spare>, context: Context) => Observed,
  spare: readonly Spare[] = [],
  telling: readonly string[] = [],
): Row {
  const withoutSpare = schema.partial(Object.fromEntries(spare.map((name) => [name, true])) as never);
  return {
    summary,
    schema,
    read(data, context) {
      const read = readInPart(withoutSpare, data, { root: 'data', telling: ['shop', ...telling] });
      if (!read.ok) {
        return notUnderstood(read.reason);
      }
      const given = read.value as Readonly<Record<string, unknown>>;
      const missing = spare.filter((name) => given[name] === undefined).map(missingMember);
      const named = read.unread.map(({ path }) => path);
      const unread = [...context.unread, ...read.unread, ...missing.filter(({ path }) => !named.includes(path))];
      return inPart(say(read.value as never, { ...context, unread }), unread);
    },
  };
}

function missingMember(name: string): Unread {
  return { path: `data.${name}`, expected: 'is missing' };
}
