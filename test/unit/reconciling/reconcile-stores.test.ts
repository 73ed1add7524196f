import { describe, expect, it } from 'vitest';
import demo from '#merchant' with { type: 'json' };
import { type Merchant, merchantSchema } from '#shared/merchant/merchant.ts';
import { listableShops, reconcileStores } from '#shared/reconciling/reconcile-stores.ts';
import { tellReconciled } from '#shared/reconciling/tell-reconciled.ts';
import { openListedStore } from './listed-store.ts';

const { client, channel } = openListedStore();
const shopsNamed = (...names: readonly string[]) => names.map((shop) => ({ client, channel, shop }));

describe('listableShops', () => {
  const merchant = merchantSchema.parse(demo);
  const withChannels = (...channels: Merchant['channels']): Merchant => ({ ...merchant, channels });
  const found = (of: Merchant) =>
    listableShops(of, (source) => (source === 'shopify' ? client : undefined)).map(({ shop }) => shop);

  it('finds each shop of a channel whose store can be asked', () => {
    expect(found(withChannels({ ...channel, shops: ['a', 'b'] }))).toEqual(['a', 'b']);
  });

  it('leaves out a store without a client, one without an API, and who is no store', () => {
    const { api: _, ...withoutApi } = channel;
    const noClient = { ...channel, source: 'standard' };

    expect(found(withChannels(noClient, withoutApi, { ...channel, role: 'carrier' }))).toEqual([]);
  });
});

describe('reconcileStores', () => {
  it('reconciles the other shops where one fails, and then throws', async () => {
    const done: string[] = [];
    const cause = new Error('the token is refused');
    const running = reconcileStores(shopsNamed('a', 'b', 'c'), async ({ shop }) => {
      if (shop === 'a') {
        throw cause;
      }
      await Promise.resolve();
      done.push(shop);
    });

    await expect(running).rejects.toMatchObject({
      code: 'shops-not-listed',
      message: expect.stringContaining('1 of 3 shops could not be listed (shopify/acme-goods/a)'),
      cause,
    });
    expect(done).toEqual(['b', 'c']);
  });

  it('keeps no shop waiting for another', async () => {
    let release = () => {};
    const gate = new Promise<void>((resolve) => {
      release = resolve;
    });
    const running = reconcileStores(shopsNamed('slow', 'quick'), async ({ shop }) => {
      await (shop === 'slow' ? gate : release());
    });

    await expect(running).resolves.toBeUndefined();
  });
});

describe('tellReconciled', () => {
  const counts = { outcome: 'listed', listed: 5, known: 2, hinted: 3, missed: 0 } as const;
  const found = { ...counts, isSilent: false, isStuck: false };

  it('tells the counts and nothing to count where none was missed', () => {
    expect(tellReconciled('shopify', found)).toEqual({
      line: { ...counts, silent: false, stuck: false },
      metrics: [],
    });
  });

  it('counts what was missed, and a source that is silent', () => {
    expect(tellReconciled('shopify', { ...found, missed: 3, isSilent: true }).metrics).toEqual([
      { name: 'WebhookMissed', value: 3 },
      { name: 'HookSilent', reason: 'shopify' },
    ]);
  });

  it('counts a source that is busy for long', () => {
    expect(tellReconciled('shopify', { ...found, isStuck: true }).metrics).toEqual([
      { name: 'ShopBusy', reason: 'shopify' },
    ]);
  });
});
