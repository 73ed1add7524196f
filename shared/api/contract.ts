import type * as z from 'zod';
import type { Value } from '#shared/returns/record/values.ts';
import type { Texts } from '#shared/words/locale.ts';
import type { ProblemCode } from '#shared/words/problem-words.ts';

type NoSchema = undefined;
type QuerySchema = z.ZodObject | NoSchema;
type BodySchema = z.ZodType | NoSchema;
type ValueOf<Schema> = Schema extends z.ZodType ? Value<Schema> : undefined;

/** What an operation takes and answers. */
export interface Contract<
  Reply extends z.ZodType = z.ZodType,
  Query extends QuerySchema = QuerySchema,
  Body extends BodySchema = BodySchema,
> {
  /** What it is for, in a sentence. */
  readonly summary: Texts;
  /** What the parts of its path are, for docs/api. */
  readonly path?: Readonly<Record<string, z.ZodString>>;
  /** Names are in lower case, and values are texts. */
  readonly query?: Query;
  readonly body?: Body;
  readonly reply: Reply;
  /** 200 where absent; 202 of what is still to come. */
  readonly status?: 200 | 202;
  /** It is asked again and again: an answer has an ETag, and one that is the same is 304. */
  readonly polled?: true;
  /** What may be wrong, beside what may be wrong with every operation of its kind. */
  readonly problems?: readonly ProblemCode[];
  readonly example: {
    readonly query?: Readonly<Record<string, string>>;
    readonly body?: Body extends z.ZodType ? z.input<Body> : undefined;
    readonly reply: Value<Reply>;
  };
}

export function contract<
  Reply extends z.ZodType,
  Query extends QuerySchema = NoSchema,
  Body extends BodySchema = NoSchema,
>(parts: Contract<Reply, Query, Body>): Contract<Reply, Query, Body> {
  return parts;
}

export type ReplyOf<C> = C extends Contract<infer Reply, infer _Query, infer _Body> ? Value<Reply> : never;
/** As it is once it was found right. */
export type QueryOf<C> = C extends Contract<infer _Reply, infer Query, infer _Body> ? ValueOf<Query> : never;
export type BodyOf<C> = C extends Contract<infer _Reply, infer _Query, infer Body> ? ValueOf<Body> : never;

/** As a caller writes it: each a text. */
export type QuerySent<C> = C extends Contract<infer _Reply, infer Query, infer _Body> ? SentTexts<Query> : never;
type SentTexts<Query> = Query extends z.ZodObject
  ? {
      readonly [Name in keyof z.input<Query>]: z.input<Query>[Name] extends string | undefined
        ? z.input<Query>[Name]
        : string;
    }
  : undefined;
export type BodySent<C> =
  C extends Contract<infer _Reply, infer _Query, infer Body>
    ? Body extends z.ZodType
      ? z.input<Body>
      : undefined
    : never;
