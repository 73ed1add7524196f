import type { Merchant, Warehouse } from '#shared/merchant/merchant.ts';

/** The two parts of a secret's name below the merchant's prefix. */
export type SecretName = readonly [source: string, channel: string];

/**
 * Where the secret is kept that signs calls to a warehouse: Qimen signs both ways with the secret of the warehouse's own channel; any other
 * connector has one of its own.
 * @throws for a Qimen warehouse without a channel, which cannot be called.
 */
export function secretNameOf({ channels }: Merchant, { id, connector }: Warehouse): SecretName {
  if (connector !== 'qimen') {
    return ['warehouses', id];
  }
  const own = channels.find(({ source, warehouse }) => source === 'qimen' && warehouse === id);
  if (!own) {
    throw new Error(`warehouse ${id} has no qimen channel, whose secret would sign calls to it`);
  }
  return [own.source, own.channel];
}
