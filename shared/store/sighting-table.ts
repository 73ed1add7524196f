import type { SightingTable } from '#shared/recording/ports.ts';
import type { Instant } from '#shared/returns/record/instant.ts';
import { partitions, sorts } from './keys.ts';
import { getItem, putItem, type Table } from './table.ts';

/** When webhooks last told of a case, in DynamoDB: beside the case's record, and no part of it. */
export function openSightingTable(table: Table): SightingTable {
  return {
    note: async (caseKey, at) => {
      await putItem(
        table,
        { ...keyOf(caseKey), at },
        {
          // attribute_not_exists: the first webhook of this case.
          // at < ours: a webhook that was overtaken on its way takes nothing back.
          expression: 'attribute_not_exists(#pk) OR #at < :at',
          names: ['pk', 'at'],
          values: { at },
        },
      );
    },
    lastOf: async (caseKey) => (await getItem(table, keyOf(caseKey)))?.at as Instant | undefined,
  };
}

function keyOf(caseKey: string) {
  return { pk: partitions.case(caseKey), sk: sorts.sighting };
}
