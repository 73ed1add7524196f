import { marshall } from '@aws-sdk/util-dynamodb';
import { describe, expect, it } from 'vitest';
import { addMillis, type Instant } from '#shared/returns/record/instant.ts';
import { openDeliveryLookup } from '#shared/store/delivery-listing.ts';
import { createItemClient } from '../../upgrade/item-client.ts';

const now = '2026-03-10T12:00:00.000Z' as Instant;

/** As it stands in the table. @param n - Its place among those that came. */
function item(n: number, source: string, fields: Readonly<Record<string, unknown>> = {}) {
  const id = `d-${String(n).padStart(4, '0')}`;
  const pk = `DELIVERY#${source}#main#${id}`;
  const receivedAt = addMillis(now, n);
  const said = { via: 'webhook', outcome: 'not-understood', reason: 'type: is missing', expiresAt: 2_000_000_000 };
  return marshall({
    ...{ pk, sk: 'RAW', source, channel: 'main', id, receivedAt, ...said, headers: { 'webhook-id': id } },
    ...{ content: { body: new Uint8Array([1]) }, gsi3pk: 'NOT-UNDERSTOOD', gsi3sk: `${receivedAt}#${pk}`, ...fields },
  });
}

function lookupOver(...items: ReturnType<typeof item>[]) {
  return openDeliveryLookup({ client: createItemClient(items).client, name: 'table' }, () => now);
}

describe('openDeliveryLookup', () => {
  it('C13: shows what was understood in part beside what was not, as whatever is kept', async () => {
    const { list } = lookupOver(item(1, 'shopify', { outcome: 'in-part', reason: 'lines.2: is no line' }));

    expect(await list({ list: 'not-understood', limit: 10 })).toEqual({
      entries: [
        {
          ...{ source: 'shopify', channel: 'main', id: 'd-0001', via: 'webhook', receivedAt: addMillis(now, 1) },
          ...{ outcome: 'in-part', reason: 'lines.2: is no line' },
        },
      ],
    });
  });

  it('finds those of a quiet source behind a thousand of a loud one, on a later page', async () => {
    const loud = Array.from({ length: 1200 }, (_, n) => item(n, 'doudian'));
    const { list } = lookupOver(...loud, item(1500, 'kuaidi100'));
    const query = { list: 'not-understood', source: 'kuaidi100', limit: 10 } as const;

    const first = await list(query);
    expect(first.entries).toEqual([]);
    const second = await list({ ...query, after: first.after });
    expect(second.entries.map(({ id }) => id)).toEqual(['d-1500']);
    expect(second.after).toBeUndefined();
  });

  it('leaves out what has expired, and goes on behind it', async () => {
    const { list } = lookupOver(item(1, 'shopify', { expiresAt: 1 }), item(2, 'shopify'));

    const first = await list({ list: 'not-understood', limit: 1 });
    expect(first.entries).toEqual([]);
    const second = await list({ list: 'not-understood', limit: 1, after: first.after });
    expect(second.entries.map(({ id }) => id)).toEqual(['d-0002']);
  });
});
