import type * as z from 'zod';
import type { Observed, Saying } from './source.ts';

export function notUnderstood(reason: string): Observed {
  return { kind: 'not-understood', reason };
}

export function ignored(reason: string): Observed {
  return { kind: 'ignored', reason };
}

export function saying(...sayings: readonly Saying[]): Observed {
  return { kind: 'sayings', sayings };
}

const mostFaults = 3;

const schemasOwnWords = /^Invalid input: expected (\w+), received (\w+)$/;

/** For who writes the sender, and knows nothing of schemas. */
function wordsOf({ message }: z.core.$ZodIssue): string {
  const [, expected, received] = schemasOwnWords.exec(message) ?? [];
  if (expected === undefined) {
    return message;
  }
  return received === 'undefined' ? `is missing (${expected})` : `must be of type ${expected}`;
}

/** What a schema has against a value: paths and what was expected there, never the value itself. */
export function faultsOf(error: z.ZodError, root = ''): string {
  const faults = error.issues.map(
    (issue) => `${[root, ...issue.path.map(String)].filter((part) => part !== '').join('.')}: ${wordsOf(issue)}`,
  );
  const more = faults.length > mostFaults ? [`${faults.length - mostFaults} more`] : [];
  return [...faults.slice(0, mostFaults), ...more].join('; ');
}
