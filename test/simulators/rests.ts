import type { PostWebhook } from './post-webhook.ts';

/** How long a sender rests before its next try, in milliseconds, after so many that failed; undefined where it gives up. */
export type RestAfter = (failed: number) => number | undefined;

/** How senders post; as each of them does by itself where not given. */
export interface Habits {
  readonly post?: PostWebhook;
  readonly restAfter?: RestAfter;
}

export interface GrowingRests {
  readonly firstMs: number;
  /** No limit where not given. */
  readonly mostMs?: number;
  /** All tries together; it never gives up where not given. */
  readonly tries?: number;
}

/** Twice as long after each failure. */
export function growingRests({ firstMs, mostMs = Number.POSITIVE_INFINITY, tries }: GrowingRests): RestAfter {
  return (failed) =>
    tries !== undefined && failed >= tries ? undefined : Math.min(mostMs, firstMs * 2 ** (failed - 1));
}

/** As a platform's documents list them: the rest before each repetition. */
export function listedRests(restsMs: readonly number[]): RestAfter {
  return (failed) => restsMs[failed - 1];
}
