import type { Merchant } from '#shared/merchant/merchant.ts';
import { type Instant, millisOf } from '#shared/returns/record/instant.ts';
import type { Unread } from '../source.ts';

export interface Reading {
  readonly caseId: string;
  /** As of when the reading is true: when the case was last changed, else the hint that caused the reading. */
  readonly at: Instant;
  readonly version: number;
  /** `<source>/<channel>`. */
  readonly origin: string;
  readonly merchant: Merchant;
  /** What of it could not be read. */
  readonly unread: readonly Unread[];
}

/**
 * How much later a case was read than it changed, in steps that grow with it: milliseconds for some minutes, seconds for some days, minutes for
 * half a year.
 */
const scales = [
  { most: 500_000, stepMs: 1 },
  { most: 250_000, stepMs: 1_000 },
  { most: 249_999, stepMs: 60_000 },
] as const;
/** All steps, and so few that a second's place in them is an exact number for two centuries. */
const steps = 1_000_000;

/**
 * Of two readings the one of the later change holds, whichever was read later: a replica may be behind. A case tells its changes in whole
 * seconds; of two readings of one second the later one holds. So: the second, and as its millionths the steps from there to the reading.
 */
export function versionOf(changedAt: Instant | undefined, readAt: Instant): number {
  const readMs = millisOf(readAt);
  const second = Math.floor((changedAt ? millisOf(changedAt) : readMs) / 1000);
  return second * steps + stepsOf(Math.max(0, readMs - second * 1000));
}

function stepsOf(laterMs: number): number {
  let leftMs = laterMs;
  let taken = 0;
  for (const { most, stepMs } of scales) {
    const here = Math.min(most, Math.floor(leftMs / stepMs));
    leftMs -= here * stepMs;
    taken += here;
  }
  return taken;
}
