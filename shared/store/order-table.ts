import { type KeptItem, mostSiblings, type OrderTable } from '#shared/recording/ports.ts';
import type { OrderItem } from '#shared/returns/order-lines/item.ts';
import type { OrderName } from '#shared/returns/order-lines/order.ts';
import { partitions, sortPrefixes, sorts } from './keys.ts';
import { type Condition, type Item, namesOf, putItem, queryPages, type Table, valuesOf } from './table.ts';

/** What the cases of an order say of its lines, in DynamoDB. */
export function openOrderTable(table: Table): OrderTable {
  return {
    readItems: async (order) => (await readItems(table, partitions.order(order))).map(keptOf),
    putItem: async (order, item, readRevision) =>
      await putOrderItem(table, order, { item, revision: readRevision + 1 }),
  };
}

async function readItems(table: Table, pk: string): Promise<Item[]> {
  const input = {
    TableName: table.name,
    ConsistentRead: true,
    KeyConditionExpression: '#pk = :pk AND begins_with(#sk, :prefix)',
    ExpressionAttributeNames: namesOf(['pk', 'sk']),
    ExpressionAttributeValues: valuesOf({ pk, prefix: sortPrefixes.ofCases }),
    Limit: mostSiblings,
  };
  return await queryPages(table, input, mostSiblings);
}

async function putOrderItem(table: Table, order: OrderName, { item, revision }: KeptItem): Promise<'put' | 'lost'> {
  const row = { pk: partitions.order(order), sk: sorts.ofCase(item.caseKey), revision, item };
  const { put } = await putItem(table, row, unchangedSince(revision - 1));
  return put ? 'put' : 'lost';
}

function keptOf({ item, revision }: Item): KeptItem {
  return { item: item as OrderItem, revision: revision as number };
}

function unchangedSince(readRevision: number): Condition {
  if (readRevision === 0) {
    // attribute_not_exists: the case has said nothing here since we found nothing.
    return { expression: 'attribute_not_exists(#pk)', names: ['pk'] };
  }
  // revision = the one read: no other worker put what the case says since.
  return { expression: '#revision = :revision', names: ['revision'], values: { revision: readRevision } };
}
