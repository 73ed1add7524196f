import type { FactOf } from '../record/fact.ts';
import type { Instant } from '../record/instant.ts';
import type { Statement } from '../record/statement.ts';
import type { contactFacts } from './facts.ts';

/** What somebody wrote of a case at its end, by their last word; `at` is when they first did. */
export interface WriteUp {
  readonly at: Instant;
  readonly reasons: readonly { readonly code: string; readonly within?: string }[];
  readonly mood?: string;
}

export function writeUpOf(
  statements: readonly Statement<FactOf<Pick<typeof contactFacts, 'case-written-up'>>>[],
): WriteUp | undefined {
  const last = statements.at(-1);
  const [at] = statements.map((each) => each.at).sort();
  return last && at && { at, reasons: last.fact.reasons, ...(last.fact.mood && { mood: last.fact.mood }) };
}
