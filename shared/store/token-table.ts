import type { TokenNote, TokenTable } from '#shared/reconciling/ports.ts';
import { partitions, sorts } from './keys.ts';
import { getItem, putItem, type Table } from './table.ts';

/** How shops take their tokens, one item a shop, in DynamoDB: beside where their listing stands. Never a token. */
export function openTokenTable(table: Table): TokenTable {
  return {
    readToken: async (name) => {
      const item = await getItem(table, keyOf(name));
      return item && noteOf(item as unknown as TokenNote);
    },
    writeToken: async (name, note) => {
      await putItem(table, { ...keyOf(name), ...noteOf(note) });
    },
  };
}

function keyOf(name: string) {
  return { pk: partitions.cursor(name), sk: sorts.token };
}

function noteOf({ state, since, at }: TokenNote): TokenNote {
  return { state, since, at };
}
