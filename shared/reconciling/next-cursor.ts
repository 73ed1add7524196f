import { type Instant, millisOf } from '#shared/returns/record/instant.ts';
import type { Listing } from './list-shop.ts';
import type { Cursor, Untold } from './ports.ts';

/** What is known of one listed change. */
export interface Found {
  /** When a webhook of it was due. */
  readonly hookAt: Instant;
  readonly isKnown: boolean;
  /** A webhook told of it. */
  readonly isTold: boolean;
  readonly isMissed: boolean;
  /** No run before this one could see it. */
  readonly isNew: boolean;
}

/** So many changes in a row without a webhook are no accident. */
export const fewestSilent = 3;
const stuckMs = 30 * 60_000;

interface Run {
  readonly listing: Listing;
  readonly found: readonly Found[];
  readonly now: Instant;
}

/** Where listing stands after a run. */
export function nextCursor(before: Cursor, { listing, found, now }: Run): Cursor {
  const reached = listing.until ?? before.until;
  const isFurther = reached > before.until;
  const untold = untoldAfter(before.untold, found);
  const busySince = isFurther || !listing.more ? undefined : (before.busySince ?? now);
  return {
    until: isFurther ? reached : before.until,
    since: before.since,
    ...(untold && { untold }),
    ...(busySince && { busySince }),
  };
}

/** A small shop may have one change an hour, so they are counted from run to run. */
function untoldAfter(before: Untold | undefined, found: readonly Found[]): Untold | undefined {
  const added = newlyUntold(found);
  // Also a webhook that came late, of a change that was counted before.
  const isTold = before && lastTold(found) >= before.lastAt;
  const standing = isTold ? undefined : before;
  const lastAt = added.at(-1) ?? standing?.lastAt;
  const firstAt = standing?.firstAt ?? standing?.lastAt ?? added[0];
  return lastAt && { count: (standing?.count ?? 0) + added.length, ...(firstAt && { firstAt }), lastAt };
}

function newlyUntold(found: readonly Found[]): Instant[] {
  const toldAt = lastTold(found);
  return found
    .filter(({ isMissed, isNew, hookAt }) => isMissed && isNew && hookAt > toldAt)
    .map(({ hookAt }) => hookAt)
    .sort();
}

function lastTold(found: readonly Found[]): Instant | '' {
  const hooked = found.filter(({ isTold }) => isTold).map(({ hookAt }) => hookAt);
  return hooked.sort().at(-1) ?? '';
}

/** Rings once so many have come without a webhook, and with each one more. */
export function isSilent({ untold }: Cursor, found: readonly Found[]): boolean {
  return untold !== undefined && untold.count >= fewestSilent && newlyUntold(found).length > 0;
}

/** For half an hour, no run came any further. */
export function isStuck({ busySince }: Cursor, now: Instant): boolean {
  return busySince !== undefined && millisOf(now) - millisOf(busySince) >= stuckMs;
}
