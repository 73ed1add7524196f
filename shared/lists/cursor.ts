import { digest } from '#shared/returns/record/digest.ts';
import { type Instant, toInstant } from '#shared/returns/record/instant.ts';
import type { Shelf } from './partitions.ts';

const form = /^(\d{4}-\S{1,30}Z)\.([0-9a-f]{32})$/;

/** Where a client stands that keeps a list in its memory: to the client a text without a meaning. Whoever may see other shelves than before begins anew. */
export function cursorOf(asOf: Instant, shelves: readonly Shelf[]): string {
  return Buffer.from(`${asOf}.${nameOf(shelves)}`).toString('base64url');
}

/** Undefined for a text that is no cursor, and for one that is of other shelves. */
export function readCursor(text: string, shelves: readonly Shelf[]): Instant | undefined {
  const [, at = '', name] = form.exec(Buffer.from(text, 'base64url').toString()) ?? [];
  return name === nameOf(shelves) ? toInstant(at) : undefined;
}

function nameOf(shelves: readonly Shelf[]): string {
  return digest(...[...shelves].sort());
}
