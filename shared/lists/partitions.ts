import type { Entry } from '#shared/returns/attention/entry.ts';
import { type Instant, millisOf } from '#shared/returns/record/instant.ts';

/** Whose entries stand together: a shop's, by `<source>:<shop>`, or those of parcels, which are of no shop. */
export type Shelf = string;
export const parcelShelf: Shelf = 'PARCELS';

/** Entries of a shelf that are open, by the round of the day on which they were written; or those that are done, by the month of that (`YYYY-MM`, by UTC). */
export type EntryPartition =
  | { readonly shelf: Shelf; readonly openOn: number }
  | { readonly shelf: Shelf; readonly doneIn: string };

const dayMs = 24 * 3_600_000;

/**
 * What is open on a shelf stands in so many partitions, one a day and then again the first: all of them are loaded side by side, and what changed lately is in one, or around
 * midnight in two.
 */
const rounds = 8;
export const allRounds: readonly number[] = Array.from({ length: rounds }, (_, round) => round);

/** Of the UTC day of a time. */
export function roundOf(at: Instant): number {
  return Math.floor(millisOf(at) / dayMs) % rounds;
}

/** Those of all days from one time to another. */
export function roundsBetween(from: Instant, until: Instant): number[] {
  const days = Math.floor(millisOf(until) / dayMs) - Math.floor(millisOf(from) / dayMs);
  const first = roundOf(from);
  return Array.from({ length: Math.min(days + 1, rounds) }, (_, day) => (first + day) % rounds);
}

/** Where an entry stands. */
export function partitionOf(entry: Entry): EntryPartition {
  const shelf = entry.record === 'case' ? `${entry.source}:${entry.shop}` : parcelShelf;
  return entry.isOpen ? { shelf, openOn: roundOf(entry.writtenAt) } : { shelf, doneIn: monthOf(entry.writtenAt) };
}

/** `YYYY-MM`. */
export function monthOf(at: Instant): string {
  return at.slice(0, 7);
}
