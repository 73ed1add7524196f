import { type Merchant, merchantSchema } from '#shared/merchant/merchant.ts';
import { readMerchant } from '../../infra/merchant.ts';

/** A merchant as large as we promise to deploy: each shop is read at its store, each warehouse reads a queue and sends. */
export function manyShops(shops: number, warehouses: number): Merchant {
  const { demo: _demo, ...lanyu } = readMerchant('lanyu');
  const numbers = (count: number) => Array.from({ length: count }, (_, index) => String(index + 1));
  const [warehouse] = lanyu.warehouses;
  return merchantSchema.parse({
    ...lanyu,
    merchant: 'a-merchant-with-the-longest-nam',
    teams: [],
    warehouses: numbers(warehouses).map((n) => ({
      ...warehouse,
      id: `a-warehouse-with-a-long-name-${n.padStart(2, '0')}`,
      platformAddressIds: {},
    })),
    channels: [
      ...numbers(shops).map((n) => ({
        source: 'shopify',
        channel: `shop-${n}`,
        role: 'store',
        shops: [`shop-${n}.myshopify.com`],
        api: { baseUrl: `https://shop-${n}.myshopify.com`, version: '2026-07' },
      })),
      ...numbers(warehouses).map((n) => ({
        source: 'standard',
        channel: `wms-${n}`,
        role: 'warehouse',
        warehouse: `a-warehouse-with-a-long-name-${n.padStart(2, '0')}`,
      })),
    ],
  });
}
