import type { Line, Told } from './line.ts';
import { writeLine } from './write-line.ts';

// biome-ignore lint/suspicious/noConfusingVoidType: a function that has nothing to tell returns nothing
export type Run = Promise<Told | void>;

/** Runs and writes one wide line of what came of it. What was thrown is thrown on: only a retry can mend it. */
export async function runAndTell(what: string, fields: Line, run: () => Run): Promise<void> {
  const startedAt = performance.now();
  const spent = () => ({ ...fields, durationMs: Math.round(performance.now() - startedAt) });
  try {
    const told = (await run()) ?? {};
    writeLine(what, { ...told, line: { ...spent(), outcome: 'done', ...told.line } });
  } catch (error) {
    const line = { ...spent(), outcome: 'threw' };
    writeLine(what, { line, metric: { name: 'RunThrew' }, fault: error ?? 'nothing' });
    throw error;
  }
}
