import { describe, expect, it } from 'vitest';
import type { DeliveryEntry } from '#shared/api/ports.ts';
import { addMillis, type Instant } from '#shared/returns/record/instant.ts';
import { deliveryIdOf } from '#shared/sources/delivery-id.ts';
import { readMerchant } from '../../../infra/merchant.ts';
import { deliveryLines } from '../../../tools/operate/delivery-lines.ts';
import { findByOwnId, listOldest } from '../../../tools/operate/find-deliveries.ts';
import { createMemoryTable } from '../../memory/memory-table.ts';

const start = '2026-03-10T09:00:00.123Z' as Instant;
const demo = readMerchant('demo');

function entry(fields: Partial<DeliveryEntry> = {}): DeliveryEntry {
  const sender = { source: 'standard', channel: 'own-store' };
  return { ...sender, id: 'msg_1', via: 'webhook', receivedAt: start, outcome: 'not-understood', ...fields };
}

describe('deliveryLines', () => {
  const long = 'data.lines.0.quantity: must be 1 or more; data.at: must be an ISO 8601 time with its zone';

  it('C13: lays when, what came of it, whose, its id and why in columns', () => {
    const lines = deliveryLines([
      entry({ reason: 'type: is missing; it must be a text' }),
      entry({ channel: 'wms', id: 'message-2', outcome: 'unmatched', reason: 'wms-order not known yet' }),
      entry({ outcome: 'applied' }),
    ]);

    expect(lines).toEqual([
      '  received              outcome         sender              id         reason',
      '  2026-03-10 09:00:00Z  not-understood  standard/own-store  msg_1      type: is missing; it must be a text',
      '  2026-03-10 09:00:00Z  unmatched       standard/wms        message-2  wms-order not known yet',
      '  2026-03-10 09:00:00Z  applied         standard/own-store  msg_1',
    ]);
  });

  it('goes on below the reason, or below the id where little room is left, and cuts no id', () => {
    const hashed = deliveryIdOf('订单');
    expect(deliveryLines([entry({ reason: long })], 120).slice(1)).toEqual([
      '  2026-03-10 09:00:00Z  not-understood  standard/own-store  msg_1  data.lines.0.quantity: must be 1 or more; data.at:',
      '                                                                   must be an ISO 8601 time with its zone',
    ]);
    expect(deliveryLines([entry({ reason: long, id: hashed })], 80).slice(2)).toEqual([
      `  2026-03-10 09:00:00Z  not-understood  standard/own-store  ${hashed}`,
      '    data.lines.0.quantity: must be 1 or more; data.at: must be an ISO 8601 time',
      '    with its zone',
    ]);
  });

  it('counts a Chinese character as two columns', () => {
    const lines = deliveryLines([entry({ channel: '仓库', reason: 'x' }), entry({ channel: 'east', reason: 'x' })]);
    expect(lines.slice(1)).toEqual([
      '  2026-03-10 09:00:00Z  not-understood  standard/仓库  msg_1  x',
      '  2026-03-10 09:00:00Z  not-understood  standard/east  msg_1  x',
    ]);
  });
});

describe('findByOwnId', () => {
  async function kept(...came: readonly { readonly channel: string; readonly id: string }[]) {
    const table = createMemoryTable({ now: () => start });
    for (const { channel, id } of came) {
      const ref = { source: 'standard', channel, id: deliveryIdOf(id) };
      const delivery = { ...ref, via: 'webhook', receivedAt: start, headers: {}, body: Buffer.from('{}') } as const;
      await table.deliveries.keep(delivery, { outcome: 'not-understood', reason: 'type: is missing' });
    }
    return table.deliveryLookup;
  }

  it.each(['msg_1', '订单/1', 'a b', 'x'.repeat(200)])('D9: finds %j by every channel that it came by', async (id) => {
    const lookup = await kept({ channel: 'own-store', id }, { channel: 'wms-east', id });

    const found = await findByOwnId(lookup, id, {}, demo);
    expect(found.map(({ channel }) => channel)).toEqual(['own-store', 'wms-east']);
    expect(await findByOwnId(lookup, id, { channel: 'wms-east' }, demo)).toMatchObject([{ channel: 'wms-east' }]);
  });

  it('finds one that came by a channel which has left the merchant’s file', async () => {
    const lookup = await kept({ channel: 'gone', id: 'msg_1' });

    const sender = { source: 'standard', channel: 'gone' };
    expect(await findByOwnId(lookup, 'msg_1', sender, demo)).toMatchObject([sender]);
  });

  it('says where it looked for what is not there', async () => {
    const lookup = await kept();
    await expect(findByOwnId(lookup, 'msg_1', { source: 'shopify' }, demo)).rejects.toThrow(
      /^Nothing of the id msg_1 came by shopify\/[\w-]+, or it is older than \d+ days.* refused at the door/,
    );
    await expect(findByOwnId(lookup, 'msg_1', { source: 'nobody' }, demo)).rejects.toThrow(
      /^No sender .* there are: .*standard\/own-store/,
    );
  });
});

describe('listOldest', () => {
  it('lists as many as one wants, over pages, and says whether these are all', async () => {
    const table = createMemoryTable({ now: () => start });
    for (let n = 0; n < 230; n += 1) {
      const ref = { source: 'standard', channel: 'own-store', id: `d-${n}` };
      const receivedAt = addMillis(start, n);
      const delivery = { ...ref, via: 'webhook', receivedAt, headers: {}, body: Buffer.from('{}') } as const;
      await table.deliveries.keep(delivery, { outcome: 'not-understood', reason: 'type: is missing' });
    }
    const list = async (most: number) => {
      const { entries, isAll } = await listOldest(table.deliveryLookup, { list: 'not-understood', most });
      return { count: entries.length, last: entries.at(-1)?.id, isAll };
    };

    expect(await list(50)).toEqual({ count: 50, last: 'd-49', isAll: false });
    expect(await list(150)).toEqual({ count: 150, last: 'd-149', isAll: false });
    expect(await list(Number.POSITIVE_INFINITY)).toEqual({ count: 230, last: 'd-229', isAll: true });
  });
});
