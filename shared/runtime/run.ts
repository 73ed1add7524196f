import type { Line, RunReport } from './line.ts';
import { writeLine } from './write-line.ts';

// biome-ignore lint/suspicious/noConfusingVoidType: a function that has nothing to report returns nothing
export type Run = Promise<RunReport | void>;

/** From here on somebody should know: a message that fails so often has been tried for minutes, and goes on being tried for a day. */
const oftenTried = 6;

/** Runs and writes one wide line of what came of it. What was thrown is thrown on: only a retry can mend it. */
export async function runAndReport(what: string, fields: Line, run: () => Run): Promise<void> {
  const startedAt = performance.now();
  const spent = () => ({ ...fields, durationMs: Math.round(performance.now() - startedAt) });
  try {
    const report = await run();
    reportRun(what, spent(), report ?? {});
  } catch (error) {
    reportThrown(what, spent(), error);
    throw error;
  }
}

/** Writes the line of a run that came to its end. */
export function reportRun(what: string, fields: Line, report: RunReport): void {
  writeLine(what, { ...report, line: { ...fields, outcome: 'done', ...report.line } });
}

/** Writes the line of a run that threw. @param tries - How often it was tried, this time included. */
export function reportThrown(what: string, fields: Line, error: unknown, tries = 1): void {
  const metrics = [{ name: 'RunThrew' }, ...(tries >= oftenTried ? [{ name: 'MessageTriedOften' }] : [])];
  writeLine(what, { line: { ...fields, outcome: 'threw' }, metrics, fault: error ?? 'nothing' });
}
