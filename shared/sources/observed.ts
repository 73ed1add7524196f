import type * as z from 'zod';
import { schemaWords } from '#shared/fault/schema-words.ts';
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

/** What a schema has against a value: paths and what was expected there, never the value itself. */
export function faultsOf(error: z.ZodError, root = ''): string {
  const faults = error.issues.map(
    (issue) =>
      `${[root, ...issue.path.map(String)].filter((part) => part !== '').join('.')}: ${schemaWords(issue.message)}`,
  );
  const more = faults.length > mostFaults ? [`${faults.length - mostFaults} more`] : [];
  return [...faults.slice(0, mostFaults), ...more].join('; ');
}
