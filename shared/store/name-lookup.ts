import type { NameLookup } from '#shared/lists/ports.ts';
import type { AliasTable, CaseTable, OrderTable } from '#shared/recording/ports.ts';
import type { CaseEntry } from '#shared/returns/attention/entry.ts';
import { caseEntryOf } from '#shared/returns/attention/entry-of.ts';
import { instantOf } from '#shared/returns/record/instant.ts';
import { partitions, sortPrefixes } from './keys.ts';
import { queryItems, type Table } from './table.ts';

interface Tables {
  readonly aliases: Pick<AliasTable, 'readCases'>;
  readonly cases: Pick<CaseTable, 'readSnapshot'>;
  readonly orders: Pick<OrderTable, 'readItems'>;
}

/** Names of records in DynamoDB, each a key of its own. */
export function openNameLookup(table: Table, { aliases, cases, orders }: Tables): NameLookup {
  return {
    casesNamed: async (name) => await aliases.readCases(name),
    casesOfOrder: async (order) => (await orders.readItems(order)).map(({ item }) => item.caseKey),
    casesOfParcel: async (number) => {
      const links = await queryItems(table, partitions.parcel(number), sortPrefixes.links);
      return links.map(({ caseKey }) => String(caseKey));
    },
    readCase: async (key) => await readCaseEntry(cases, key),
  };
}

/** Out of the record itself: one that an earlier release wrote stands in no list. */
export async function readCaseEntry(cases: Tables['cases'], key: string): Promise<CaseEntry | undefined> {
  const record = await cases.readSnapshot(key);
  const { snapshot, version, writtenAt } = record ?? {};
  return snapshot && version
    ? caseEntryOf(snapshot, { version, writtenAt: writtenAt ?? snapshot.updatedAt ?? instantOf(0) })
    : undefined;
}
