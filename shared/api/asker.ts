import type { Caller as Person } from '#shared/acting/acting.ts';
import type { ProblemCode } from '#shared/words/problem-words.ts';
import type { Caller } from './caller.ts';

interface Asked {
  readonly caller: Caller;
  /** Of a header; it goes before that of the body. */
  readonly key?: string;
  readonly body: { readonly key?: string };
}

/** In whose name, and under which idempotency key, something is done; or what is missing for that. */
export function asker({
  caller: { person, groups },
  key: ofHeader,
  body,
}: Asked): { readonly caller: Person; readonly key: string } | { readonly problem: ProblemCode } {
  const key = ofHeader ?? body.key;
  if (!person) {
    return { problem: 'noPerson' };
  }
  return key && key.length <= mostKeyChars ? { caller: { person, groups }, key } : { problem: 'noIdempotencyKey' };
}

const mostKeyChars = 128;
