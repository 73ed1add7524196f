import { cleaned } from '#shared/identifiers/cleaned.ts';
import type { Channel, Merchant } from '#shared/merchant/merchant.ts';
import { warehouseIdsOf } from '#shared/merchant/warehouse-ids.ts';
import type { Delivery } from '../source.ts';
import type { Context } from './context.ts';

interface Faulty {
  readonly fault: string;
}

/** Those of the channel's warehouses that have the sender's `customerId`, or why it may speak for none of them. */
export function contextsOf(delivery: Delivery, channel: Channel, merchant: Merchant): readonly Context[] | Faulty {
  const ids = warehouseIdsOf(channel);
  const known = merchant.warehouses.flatMap((warehouse): Context[] =>
    warehouse.qimen ? [{ delivery, warehouse, qimen: warehouse.qimen }] : [],
  );
  const speakers = known.filter(({ warehouse }) => ids.includes(warehouse.id));
  if (speakers.length === 0) {
    return { fault: 'the warehouse of this channel has no qimen in its configuration' };
  }
  const { '?customerid': customerId = '' } = delivery.headers;
  const isMeant = ({ qimen }: Context) => qimen.customerId === customerId;
  const meant = speakers.filter(isMeant);
  return meant.length > 0 ? meant : { fault: customerFault(customerId, channel, known.find(isMeant)) };
}

/** What the merchant's file would have to say for this sender to be understood. @param other - A warehouse of another channel that has this `customerId`. */
function customerFault(customerId: string, on: Channel, other: Context | undefined): string {
  if (customerId === '') {
    return 'customerId: is missing, so nobody can tell whose report this is';
  }
  const said = readable.test(customerId) ? `customerId: ${customerId}` : 'customerId:';
  const listed = `list it in warehouses of channel ${on.source}/${on.channel}${on.warehouse ? `, with ${on.warehouse}` : ''}`;
  return other
    ? `${said} is that of warehouse ${other.warehouse.id}, which does not speak on this channel; if it should, ${listed}`
    : `${said} is of no warehouse in the merchant's file; add the one that has it as qimen.customerId, and ${listed}`;
}

/** What may be repeated in a log line as its sender wrote it. */
const readable = /^[\w.-]{1,60}$/;

/** The warehouse whose report it is; where several have the `customerId`, that of the report's `warehouseCode`. */
export function contextIn(report: unknown, contexts: readonly Context[]): Context | Faulty {
  const [first, ...more] = contexts;
  if (first && more.length === 0) {
    return first;
  }
  const { returnOrder, order } = Object(report);
  const { warehouseCode } = Object(returnOrder ?? order);
  const code = typeof warehouseCode === 'string' ? cleaned(warehouseCode) : undefined;
  const codes = contexts.map(({ qimen, warehouse }) => `${qimen.warehouseCode} (${warehouse.id})`).join(', ');
  const fault = `warehouseCode: must be one of ${codes}, which have the same customerId`;
  return contexts.find(({ qimen }) => qimen.warehouseCode === code) ?? { fault };
}
