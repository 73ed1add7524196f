import * as z from 'zod';
import type { Words } from '#shared/words/words.ts';

/** One of the codes that people have a word for: one more word is one more code. */
export function codesOf<Code extends string>(words: Words<Code>): z.ZodEnum<{ [Each in Code]: Each }> {
  return z.enum(Object.keys(words) as Code[]) as z.ZodEnum<{ [Each in Code]: Each }>;
}
