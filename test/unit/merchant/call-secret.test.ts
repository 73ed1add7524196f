import { describe, expect, it } from 'vitest';
import { callSecretOf } from '#shared/merchant/call-secret.ts';
import type { Channel, Warehouse } from '#shared/merchant/merchant.ts';
import { readMerchant } from '../../../infra/merchant.ts';

const demo = readMerchant('demo');

function warehouse(id: string): Warehouse {
  return demo.warehouses.find((each) => each.id === id) ?? ('' as never);
}

describe('callSecretOf', () => {
  it('is the secret of the channel of a warehouse that speaks Qimen, and its own of one that is called over HTTP', () => {
    expect(callSecretOf(demo, warehouse('hangzhou'))).toEqual(['qimen', 'wms-hangzhou']);
    expect(callSecretOf(demo, warehouse('north'))).toEqual(['warehouses', 'north']);
  });

  it('D10: is that of the one channel of its app for each of several warehouses that speak there', () => {
    const app: Channel = {
      source: 'qimen',
      channel: 'wms',
      role: 'warehouse',
      shops: [],
      warehouses: ['hangzhou', 'south'],
    };
    const secrets = ['hangzhou', 'south'].map((id) => callSecretOf({ channels: [app] }, warehouse(id)));

    expect(secrets).toEqual([
      ['qimen', 'wms'],
      ['qimen', 'wms'],
    ]);
  });

  it('says what to give a warehouse that has no channel', () => {
    expect(() => callSecretOf({ channels: [] }, warehouse('hangzhou'))).toThrow(
      'warehouse hangzhou has no qimen channel, whose secret would sign calls to it',
    );
  });
});
