import type { SweepState, SweepTable } from '#shared/clocks/ports.ts';
import { partitions, sorts } from './keys.ts';
import { getItem, putItem, type Table } from './table.ts';

const key = { pk: partitions.cursor('sweep'), sk: sorts.cursor };

/** Where the sweep stands, one item, in DynamoDB. Two runs at once may take it back: then some clocks are started again, which is refused. */
export function openSweepTable(table: Table): SweepTable {
  return {
    readSweep: async () => {
      const item = await getItem(table, key);
      return item && stateOf(item as unknown as SweepState);
    },
    writeSweep: async (state) => {
      await putItem(table, { ...key, ...stateOf(state) });
    },
  };
}

function stateOf({ startedUntil, lateAsOf, round }: SweepState): SweepState {
  return { startedUntil, lateAsOf, ...(round && { round }) };
}
