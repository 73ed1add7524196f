import type { Ledger, LedgerTable } from '#shared/calling-out/ports.ts';
import { partitions, sorts } from './keys.ts';
import { type Condition, getItem, type Item, putItem, type Table } from './table.ts';

/** What each WMS was told of each case, in DynamoDB. */
export function openLedgerTable(table: Table): LedgerTable {
  return {
    readLedger: async (caseKey, warehouseId) => {
      const item = await getItem(table, ledgerKey(caseKey, warehouseId));
      return item ? ledgerOf(item) : { version: 0, orders: {} };
    },
    writeLedger: async (caseKey, warehouseId, ledger) => {
      const item = { ...ledgerKey(caseKey, warehouseId), ...ledger };
      const { put } = await putItem(table, item, unchangedSince(ledger.version - 1));
      return put ? 'written' : 'lost';
    },
  };
}

function ledgerKey(caseKey: string, warehouseId: string) {
  return { pk: partitions.calls(caseKey), sk: sorts.call(warehouseId) };
}

function ledgerOf(item: Item): Ledger {
  const { version, lease, orders } = item as unknown as Ledger;
  return { version, ...(lease && { lease }), orders };
}

function unchangedSince(version: number): Condition {
  if (version === 0) {
    // attribute_not_exists: nobody began a ledger since we found none.
    return { expression: 'attribute_not_exists(#pk)', names: ['pk'] };
  }
  // version = the one read: nobody took the lease since.
  return { expression: '#version = :version', names: ['version'], values: { version } };
}
