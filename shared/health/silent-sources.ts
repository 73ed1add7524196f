import type { ChannelName } from '#shared/counting/ports.ts';
import { readChannels } from '#shared/merchant/asked.ts';
import type { Merchant } from '#shared/merchant/merchant.ts';
import type { CursorTable } from '#shared/reconciling/ports.ts';
import { silentSince } from '#shared/reconciling/silence.ts';
import type { Instant } from '#shared/returns/record/instant.ts';

/** A shop whose changes come without webhooks, by what listing found. */
export interface SilentSource extends ChannelName {
  readonly shop: string;
  readonly silentSince: Instant;
}

export interface SilenceDeps {
  readonly merchant: Pick<Merchant, 'channels'>;
  readonly cursors: Pick<CursorTable, 'readCursor'>;
}

/** Every shop whose hook is silent, the longest first. Of stores that are not listed nobody knows. */
export async function silentSources({ merchant, cursors }: SilenceDeps): Promise<readonly SilentSource[]> {
  const shops = readChannels(merchant).flatMap(({ channel: { source, channel, shops: names } }) =>
    names.map((shop) => ({ source, channel, shop })),
  );
  const looked = await Promise.all(
    shops.map(async (each) => {
      const cursor = await cursors.readCursor(`${each.source}/${each.channel}/${each.shop}`);
      const since = cursor && silentSince(cursor);
      return since ? [{ ...each, silentSince: since }] : [];
    }),
  );
  return looked.flat().sort((a, b) => (a.silentSince < b.silentSince ? -1 : 1));
}
