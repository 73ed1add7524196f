import type { Merchant } from '#shared/merchant/merchant.ts';
import { type Instant, millisOf } from '#shared/returns/instant.ts';

export interface Reading {
  readonly caseId: string;
  /** As of when the reading is true: when the case was last changed, else the hint that caused the reading. */
  readonly at: Instant;
  readonly version: number;
  /** `<source>/<channel>`. */
  readonly origin: string;
  readonly merchant: Merchant;
}

const steps = 1_000_000;

/**
 * Of two readings the one of the later change holds, whichever was read later: a replica may be behind. A case tells its changes in whole
 * seconds; of two readings of one second the later one holds. So: the second, and as its millionths the milliseconds from there to the reading.
 */
export function versionOf(changedAt: Instant | undefined, readAt: Instant): number {
  const readMs = millisOf(readAt);
  const second = Math.floor((changedAt ? millisOf(changedAt) : readMs) / 1000);
  return second * steps + Math.min(steps - 1, Math.max(0, readMs - second * 1000));
}
