import { describeFault } from './fault.ts';
import type { Line, Told } from './line.ts';
import { logger } from './logger.ts';
import { count, countAll } from './metrics.ts';

// biome-ignore lint/suspicious/noConfusingVoidType: a function that has nothing to tell returns nothing
export type Run = Promise<Told | void>;

/** Runs and writes one wide line of what came of it. What was thrown is thrown on: only a retry can mend it. */
export async function runAndTell(what: string, fields: Line, run: () => Run): Promise<void> {
  const startedAt = performance.now();
  const spent = () => ({ ...fields, durationMs: Math.round(performance.now() - startedAt) });
  try {
    const told = await run();
    logger.info(what, { ...spent(), outcome: 'done', ...told?.line });
    countAll(told ?? {});
  } catch (error) {
    logger.error(what, { ...spent(), outcome: 'threw', ...describeFault(error) });
    count({ name: 'RunThrew' });
    throw error;
  }
}
