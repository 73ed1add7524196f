import type { ChannelName } from '#shared/counting/ports.ts';
import type { Cursor, CursorTable, TokenNote, TokenState, TokenTable } from '#shared/reconciling/ports.ts';
import { silentSince } from '#shared/reconciling/silence.ts';
import type { Instant } from '#shared/returns/record/instant.ts';
import { type NotMeasured, notMeasured } from './day.ts';

/** How one shop stands that is read: what its listing found. */
export interface ShopHealth {
  readonly shop: string;
  /** Whether webhooks tell of what changes there. */
  readonly hook: 'telling' | 'silent' | NotMeasured;
  /** The first change of which the hook did not tell. */
  readonly silentSince?: Instant;
  /** Since when no run came any further, as the shop is busy or out of reach. */
  readonly busySince?: Instant;
  /** All that changed there before was seen. */
  readonly seenUntil?: Instant;
  readonly token: TokenState | NotMeasured;
  readonly tokenSince?: Instant;
  /** When it was found so last. */
  readonly tokenAt?: Instant;
}

export interface ShopDeps {
  readonly cursors: Pick<CursorTable, 'readCursor'>;
  readonly tokens: Pick<TokenTable, 'readToken'>;
}

export async function shopHealth(
  { cursors, tokens }: ShopDeps,
  { source, channel }: ChannelName,
  shop: string,
): Promise<ShopHealth> {
  const name = `${source}/${channel}/${shop}`;
  const [cursor, note] = await Promise.all([cursors.readCursor(name), tokens.readToken(name)]);
  return { shop, ...listedOf(cursor), ...tokenOf(note) };
}

function listedOf(cursor: Cursor | undefined): Omit<ShopHealth, 'shop' | 'token'> {
  if (!cursor) {
    return { hook: notMeasured };
  }
  const { until: seenUntil, busySince } = cursor;
  const since = silentSince(cursor);
  return {
    hook: since ? 'silent' : 'telling',
    ...(since && { silentSince: since }),
    ...(busySince && { busySince }),
    seenUntil,
  };
}

function tokenOf(note: TokenNote | undefined): Pick<ShopHealth, 'token' | 'tokenSince' | 'tokenAt'> {
  return note ? { token: note.state, tokenSince: note.since, tokenAt: note.at } : { token: notMeasured };
}
