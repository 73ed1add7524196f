import type { DeliveryEntry, DeliveryList, DeliveryLookup } from '#shared/api/ports.ts';
import type { Merchant } from '#shared/merchant/merchant.ts';
import { deliveryIdOf } from '#shared/sources/delivery-id.ts';

export interface Sender {
  readonly source?: string | undefined;
  readonly channel?: string | undefined;
}

export interface Listed {
  readonly entries: readonly DeliveryEntry[];
  readonly isAll: boolean;
}

const perPage = 100;

/** The oldest of a list. @param most - How many at most. */
export async function listOldest(
  lookup: DeliveryLookup,
  { list, source, most }: { readonly list: DeliveryList; readonly source?: string | undefined; readonly most: number },
): Promise<Listed> {
  const entries: DeliveryEntry[] = [];
  let after: string | undefined;
  do {
    const page = await lookup.list({ list, source, limit: Math.min(perPage, most - entries.length), after });
    entries.push(...page.entries);
    after = page.after;
  } while (after !== undefined && entries.length < most);
  return { entries, isAll: after === undefined };
}

/**
 * What its sender calls `id`, by every channel that it may have come by: two senders may use the same id. Where both source and channel are named,
 * the channel may have left the merchant's file since.
 * @throws Error that says where it was looked for, where there is none.
 */
export async function findByOwnId(
  lookup: DeliveryLookup,
  id: string,
  { source, channel }: Sender,
  { channels, retention }: Pick<Merchant, 'channels' | 'retention'>,
): Promise<DeliveryEntry[]> {
  const named = source !== undefined && channel !== undefined ? [{ source, channel }] : [];
  const fitting = channels.filter(
    (each) => each.source === (source ?? each.source) && each.channel === (channel ?? each.channel),
  );
  const senders = named.length > 0 ? named : fitting;
  if (senders.length === 0) {
    const names = channels.map((each) => `${each.source}/${each.channel}`).join(', ');
    throw new Error(`No sender of the merchant's file is called so; there are: ${names}`);
  }
  const kept = deliveryIdOf(id);
  const found = await Promise.all(senders.map((each) => lookup.find({ ...each, id: kept })));
  const entries = found.filter((each) => each !== undefined);
  if (entries.length === 0) {
    const where = senders.map((each) => `${each.source}/${each.channel}`).join(', ');
    throw new Error(
      `Nothing of the id ${id} came by ${where}, or it is older than ${retention.rawDays} days, or not recorded yet. ` +
        'What was refused at the door is in the log only, by its reason and time.',
    );
  }
  return entries;
}
