import { describeFault } from './describe-fault.ts';
import type { RunReport } from './line.ts';
import { logger } from './logger.ts';
import { embeddedMetrics } from './metrics.ts';

interface Reported extends RunReport {
  /** Makes the line an error, and is described on it. */
  readonly fault?: unknown;
}

/** Writes one wide line. What it counts is part of it, so that log and metrics cannot disagree. */
export function writeLine(what: string, { line, fault, ...counted }: Reported): void {
  if (fault === undefined) {
    logger.info(what, { ...line, ...embeddedMetrics(counted) });
  } else {
    logger.error(what, { ...line, ...describeFault(fault), ...embeddedMetrics(counted) });
  }
}
