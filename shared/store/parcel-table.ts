import type { ParcelRows, ParcelTable, PersonalDataReader } from '#shared/recording/ports.ts';
import type { ParcelObservation } from '#shared/returns/parcel/facts.ts';
import type { ParcelLink, ParcelSnapshot } from '#shared/returns/parcel/parcel.ts';
import type { Instant } from '#shared/returns/record/instant.ts';
import { indexEntries } from './indexes.ts';
import { observationOf } from './items.ts';
import { partitions, sortPrefixes, sorts } from './keys.ts';
import { openPersonTable } from './person.ts';
import { openRecordTable } from './record-table.ts';
import { type Attributes, type Item, putItem, queryBetween, type Table } from './table.ts';

/** Parcels in DynamoDB. */
export function openParcelTable(table: Table, now: () => Instant): ParcelTable & PersonalDataReader {
  return {
    ...openRecordTable<ParcelSnapshot, ParcelObservation>(table, {
      partition: partitions.parcel,
      indexes: parcelIndexes,
    }),
    ...openPersonTable(table, partitions.parcel, now),
    readInputs: async (number) => await readInputs(table, partitions.parcel(number)),
    putLink: async (number, link) => await putLink(table, number, link),
  };
}

function parcelIndexes(
  pk: string,
  { nextStrikeAt, unclaimed, receivedAt, movedAt, updatedAt }: ParcelSnapshot,
): Attributes {
  return {
    ...(nextStrikeAt && indexEntries.due(nextStrikeAt, pk)),
    ...(unclaimed && indexEntries.unclaimed(receivedAt ?? movedAt ?? updatedAt ?? '', pk)),
  };
}

/** Nothing else has a sort key between those of links and those of observations, so that one query reads both. */
async function readInputs(table: Table, pk: string): Promise<ParcelRows> {
  // `$` is the character after `#`.
  const items = await queryBetween(table, pk, sortPrefixes.links, sortPrefixes.observations.replace('#', '$'));
  const of = (prefix: string) => items.filter(({ sk }) => sk.startsWith(prefix));
  return {
    links: of(sortPrefixes.links).map(linkOf),
    observations: of(sortPrefixes.observations).map((item) => observationOf<ParcelObservation>(item)),
  };
}

async function putLink(table: Table, number: string, link: ParcelLink): Promise<'put' | 'known'> {
  const item = { pk: partitions.parcel(number), sk: sorts.link(link.caseKey), ...link };
  const { put } = await putItem(table, item, {
    // attribute_not_exists: the case is new to this parcel.
    // revision < ours: what an earlier version of the case said never replaces what a later one said.
    expression: 'attribute_not_exists(#pk) OR #revision < :revision',
    names: ['pk', 'revision'],
    values: { revision: link.revision },
  });
  return put ? 'put' : 'known';
}

function linkOf(item: Item): ParcelLink {
  const { pk: _pk, sk: _sk, ...link } = item;
  return link as unknown as ParcelLink;
}
