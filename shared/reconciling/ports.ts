import type { Instant } from '#shared/returns/instant.ts';

/** Where listing one shop stands. */
export interface Cursor {
  /** Everything that changed before this was seen. */
  readonly until: Instant;
  /** When the shop was listed for the first time: of what changed before, no webhook can be missed. */
  readonly since: Instant;
}

/** `name`: `<source>/<channel>/<shop>`. */
export interface CursorTable {
  readCursor(name: string): Promise<Cursor | undefined>;
  /** Only forward: an older one than the stored one is left out. */
  writeCursor(name: string, cursor: Cursor): Promise<void>;
}
