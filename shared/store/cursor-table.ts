import type { Cursor, CursorTable } from '#shared/reconciling/ports.ts';
import { partitions, sorts } from './keys.ts';
import { getItem, putItem, type Table } from './table.ts';

/** Where listing stands, one item a shop, in DynamoDB. */
export function openCursorTable(table: Table): CursorTable {
  return {
    readCursor: async (name) => {
      const item = await getItem(table, keyOf(name));
      return item && cursorOf(item as unknown as Cursor);
    },
    writeCursor: async (name, cursor) => {
      await putItem(
        table,
        { ...keyOf(name), ...cursorOf(cursor) },
        {
          // attribute_not_exists: the shop was never listed.
          // until <= ours: a run that another one overtook does not make it start again; one that came no further says why.
          expression: 'attribute_not_exists(#pk) OR #until <= :until',
          names: ['pk', 'until'],
          values: { until: cursor.until },
        },
      );
    },
  };
}

function keyOf(name: string) {
  return { pk: partitions.cursor(name), sk: sorts.cursor };
}

function cursorOf({ until, since, untold, busySince }: Cursor): Cursor {
  return { until, since, ...(untold && { untold }), ...(busySince && { busySince }) };
}
