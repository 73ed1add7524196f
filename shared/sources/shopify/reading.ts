import type { Merchant } from '#shared/merchant/merchant.ts';
import type { Instant } from '#shared/returns/record/instant.ts';
import type { Unread } from '../source.ts';

/** One look at a return in the store. */
export interface Reading {
  /** As of when the reading is true. */
  readonly at: Instant;
  /** When it was read, in Unix milliseconds: of two readings the later one holds, whatever hints caused them. */
  readonly version: number;
  /** `<source>/<channel>`. */
  readonly origin: string;
  readonly merchant: Merchant;
  /** What of it could not be read. */
  readonly unread: readonly Unread[];
}
