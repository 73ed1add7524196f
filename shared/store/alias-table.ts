import type { AliasTable, DeliveryRef } from '#shared/recording/ports.ts';
import type { Alias } from '#shared/returns/opening/facts.ts';
import { expiryOf, type Retention } from './delivery-table.ts';
import { partitions, sortPrefixes, sorts } from './keys.ts';
import { deleteItem, type Item, putItem, queryItems, type Table } from './table.ts';

/** Names of cases, and what waits for them, in DynamoDB. What is held expires with the delivery that it names. */
export function openAliasTable(table: Table, retention: Retention): AliasTable {
  return {
    readCases: async (name) => {
      const items = await queryItems(table, partitions.alias(name), sortPrefixes.links);
      return items.map((item) => item.caseKey as string);
    },
    putCase: async (name, caseKey) => {
      await putItem(table, { pk: partitions.alias(name), sk: sorts.link(caseKey), caseKey });
    },
    hold: async (alias, ref) => {
      const expiresAt = expiryOf(retention.now(), retention.rawDays);
      await putItem(table, { ...heldKey(alias, ref), ...refOf(ref), expiresAt });
    },
    readHeld: async (alias) => (await queryItems(table, partitions.alias(alias), sortPrefixes.held)).map(refOf),
    release: async (alias, ref) => await deleteItem(table, heldKey(alias, ref)),
  };
}

function heldKey(alias: Alias, ref: DeliveryRef) {
  return { pk: partitions.alias(alias), sk: sorts.held(ref) };
}

function refOf(item: DeliveryRef | Item): DeliveryRef {
  const { source, channel, id } = item as DeliveryRef;
  return { source, channel, id };
}
