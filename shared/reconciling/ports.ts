import type { Instant } from '#shared/returns/record/instant.ts';

/** Where listing one shop stands, and what the last runs had in common. */
export interface Cursor {
  /** Everything that changed before this was seen. */
  readonly until: Instant;
  /** When the shop was listed for the first time: of what changed before, no webhook can be missed. */
  readonly since: Instant;
  /** Changes of which no webhook told, since the last one of which one did. */
  readonly untold?: Untold;
  /** Since when each run found the shop so busy that it came no further. */
  readonly busySince?: Instant;
}

export interface Untold {
  readonly count: number;
  /** When a webhook of the first of them was due. Absent in what earlier releases wrote. */
  readonly firstAt?: Instant;
  /** When a webhook of the latest of them was due. */
  readonly lastAt: Instant;
}

/** `name`: `<source>/<channel>/<shop>`. */
export interface CursorTable {
  readCursor(name: string): Promise<Cursor | undefined>;
  /** Never back: one that stands before the stored one is left out. */
  writeCursor(name: string, cursor: Cursor): Promise<void>;
}

/** How a store takes the token that its shop is called with: it goes by it, refuses it, or there is none that could be sent. */
export type TokenState = 'ok' | 'refused' | 'missing';

/** What listing found of a token; a shop that is busy or out of reach says nothing of it. */
export interface TokenNote {
  readonly state: TokenState;
  readonly since: Instant;
  /** When it was found so last. */
  readonly at: Instant;
}

/** `name`: `<source>/<channel>/<shop>`. */
export interface TokenTable {
  readToken(name: string): Promise<TokenNote | undefined>;
  writeToken(name: string, note: TokenNote): Promise<void>;
}
