import type { RecordTable, StoredRecord } from '#shared/recording/ports.ts';
import type { NumberedAct } from '#shared/returns/acts/acts.ts';
import { isReplacedBy, type Observation } from '#shared/returns/record/observation.ts';
import { observationItem, observationOf, snapshotItem, storedRecordOf } from './items.ts';
import { sortPrefixes, sorts } from './keys.ts';
import { listEntry } from './list-index.ts';
import {
  type Attributes,
  type Condition,
  type ConditionalPut,
  getItem,
  type Item,
  putItem,
  putTogether,
  queryItems,
  type Table,
} from './table.ts';

/** How one kind of record is found: its partition, and the sparse index attributes of its snapshot. */
export interface RecordPlace<Snapshot> {
  readonly partition: (key: string) => string;
  readonly indexes: (pk: string, snapshot: Snapshot) => Attributes;
}

/** A kind of record in DynamoDB. Snapshot, observations and acts are always read apart. */
export function openRecordTable<Snapshot, Observed extends Observation<unknown>>(
  table: Table,
  place: RecordPlace<Snapshot>,
): RecordTable<Snapshot, Observed> {
  return {
    readSnapshot: async (key) => {
      const item = await getItem(table, { pk: place.partition(key), sk: sorts.snapshot });
      return item && storedRecordOf<Snapshot>(item);
    },
    readObservations: async (key) => {
      const items = await queryItems(table, place.partition(key), sortPrefixes.observations);
      return items.map((item) => observationOf<Observed>(item));
    },
    readActs: async (key) => await readActs(table, place.partition(key)),
    putObservation: async (key, observation) => await putObservation(table, place.partition(key), observation),
    writeSnapshot: async (key, record, readVersion, acts = []) => {
      const pk = place.partition(key);
      const lists = record.entry ? listEntry(record.entry, pk) : {};
      const item = snapshotItem(pk, record, { ...place.indexes(pk, record.snapshot), ...lists });
      const snapshotPut = { item, condition: unchangedSince(readVersion, record) };
      const isPut = await putTogether(table, [snapshotPut, ...acts.map((act) => actPut(pk, act))]);
      return isPut ? 'written' : 'lost';
    },
  };
}

async function readActs(table: Table, pk: string): Promise<NumberedAct[]> {
  const items = await queryItems(table, pk, sortPrefixes.acts);
  return items.map(({ n, act, key }) => ({ n, act, ...(key !== undefined && { key }) }) as NumberedAct);
}

function actPut(pk: string, numbered: NumberedAct): ConditionalPut {
  return {
    item: { pk, sk: sorts.act(numbered.n), ...numbered },
    // attribute_not_exists: the first decision under a number stands, whoever comes second is told.
    condition: { expression: 'attribute_not_exists(#pk)', names: ['pk'] },
  };
}

async function putObservation(table: Table, pk: string, observation: Observation<unknown>): Promise<'new' | 'known'> {
  const item = observationItem({ pk, sk: sorts.observation(observation.id) }, observation);
  const result = await putItem(table, item, firstOrEarlier(observation));
  if (result.put) {
    return result.replaced ? 'known' : 'new';
  }
  const before = observationOf(result.found);
  return isReplacedBy(before, observation) ? await replaceObservation(table, item, observation, before) : 'known';
}

function firstOrEarlier({ revision = 0, receivedAt, facts }: Observation<unknown>): Condition {
  // attribute_not_exists: the same fact told twice is one observation.
  const isFirst = 'attribute_not_exists(#pk)';
  if (facts.length === 0) {
    return { expression: isFirst, names: ['pk'] };
  }
  return {
    // adapter = ours and receivedAt > ours: of two receipts the earlier one stays, whichever is written first.
    expression: `${isFirst} OR (${isOfRevision(revision)} AND #receivedAt > :receivedAt)`,
    names: ['pk', 'adapter', 'receivedAt'],
    values: { receivedAt, ...(revision > 0 && { adapter: revision }) },
  };
}

/** Only if nobody else did meanwhile; then all is looked at again. */
async function replaceObservation(
  table: Table,
  item: Item,
  observation: Observation<unknown>,
  before: Observation<unknown>,
): Promise<'new' | 'known'> {
  const earlier = before.receivedAt < observation.receivedAt ? before.receivedAt : observation.receivedAt;
  const { revision = 0 } = before;
  const result = await putItem(
    table,
    { ...item, receivedAt: earlier },
    {
      // adapter and receivedAt = the ones found: nobody wrote since.
      expression: `${isOfRevision(revision)} AND #receivedAt = :receivedAt`,
      names: ['adapter', 'receivedAt'],
      values: { receivedAt: before.receivedAt, ...(revision > 0 && { adapter: revision }) },
    },
  );
  return result.put ? 'new' : await putObservation(table, item.pk, observation);
}

function isOfRevision(revision: number): string {
  return revision > 0 ? '#adapter = :adapter' : 'attribute_not_exists(#adapter)';
}

function unchangedSince(readVersion: number, { foldRevision }: StoredRecord<unknown>): Condition {
  if (readVersion === 0) {
    // attribute_not_exists: nobody wrote a first snapshot since we found none.
    return { expression: 'attribute_not_exists(#pk)', names: ['pk'] };
  }
  return {
    // version = the one read: nobody wrote since.
    // foldRevision <= ours: an older fold still running never overwrites a newer one.
    expression: '#version = :readVersion AND #foldRevision <= :foldRevision',
    names: ['version', 'foldRevision'],
    values: { readVersion, foldRevision },
  };
}
