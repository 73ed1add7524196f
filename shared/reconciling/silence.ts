import type { Instant } from '#shared/returns/record/instant.ts';
import { fewestSilent } from './next-cursor.ts';
import type { Cursor } from './ports.ts';

/** Since when the hook of a shop has been silent: the first change of which it did not tell; undefined while it is not known to be. */
export function silentSince({ untold }: Pick<Cursor, 'untold'>): Instant | undefined {
  return untold && untold.count >= fewestSilent ? (untold.firstAt ?? untold.lastAt) : undefined;
}
