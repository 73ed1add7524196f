import { Fault } from '#shared/fault/fault.ts';
import { connectorAboutOf } from '#shared/warehouses/abouts.ts';
import type { Merchant, Warehouse } from './merchant.ts';
import { warehouseIdsOf } from './warehouse-ids.ts';

/** The two parts of a secret's name below the merchant's prefix. */
export type SecretName = readonly [source: string, channel: string];

/**
 * The secret that signs calls to a warehouse: one of its own, or that of its channel, where the connector says that one secret signs both ways.
 * @throws where there is no such channel: the warehouse cannot be called.
 */
export function callSecretOf({ channels }: Pick<Merchant, 'channels'>, { id, connector }: Warehouse): SecretName {
  const secret = connectorAboutOf(connector).calling?.secret;
  if (!secret || 'own' in secret) {
    return ['warehouses', id];
  }
  const own = channels.find((each) => each.source === secret.ofChannel && warehouseIdsOf(each).includes(id));
  if (!own) {
    const what = `warehouse ${id} has no ${secret.ofChannel} channel, whose secret would sign calls to it`;
    throw new Fault('not-configured', what, { advice: `give warehouse ${id} its ${secret.ofChannel} channel` });
  }
  return [own.source, own.channel];
}
