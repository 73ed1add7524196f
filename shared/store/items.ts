import type { StoredRecord } from '#shared/recording/ports.ts';
import type { Observation } from '#shared/returns/record/observation.ts';
import { tableNames } from '#shared/runtime/table-names.ts';
import { type ItemKey, sorts } from './keys.ts';
import type { Attributes, Item } from './table.ts';

/**
 * A folded record as an item. `changes` and `outbox` are absent when there is nothing in them, so that the stream's filters can see it; the
 * outbox is one text, which a filter can look at and nobody has to take apart on its way.
 */
export function snapshotItem<Snapshot>(pk: string, record: StoredRecord<Snapshot>, indexes: Attributes): Item {
  const { changes, outbox, entry: _entry, isListed: _isListed, ...kept } = record;
  return {
    pk,
    sk: sorts.snapshot,
    ...kept,
    ...(changes.length > 0 && { changes }),
    ...(outbox && { [tableNames.outbox]: JSON.stringify(outbox) }),
    ...indexes,
  };
}

export function storedRecordOf<Snapshot>(item: Item): StoredRecord<Snapshot> {
  const {
    version,
    foldRevision,
    snapshot,
    told,
    changes,
    folded,
    lastAct,
    siblings,
    orderRevisions,
    writtenAt,
    entry,
  } = item as unknown as StoredRecord<Snapshot>;
  return {
    version,
    foldRevision,
    snapshot,
    told,
    changes: changes ?? [],
    ...(folded && { folded }),
    ...(lastAct !== undefined && { lastAct }),
    ...(siblings && { siblings }),
    ...(orderRevisions && { orderRevisions }),
    ...(writtenAt && { writtenAt }),
    ...(entry && { isListed: true }),
  };
}

/** `adapter` holds the observation's revision: a parcel's state has a `revision` of its own. */
export function observationItem(key: ItemKey, observation: Observation<unknown>, extra: Attributes = {}): Item {
  const { id, from, receivedAt, revision: adapter, facts } = observation;
  return { ...key, id, from, receivedAt, adapter, facts, ...extra };
}

export function observationOf<Observed extends Observation<unknown>>(item: Item): Observed {
  const { id, from, receivedAt, adapter, facts } = item as unknown as Observed & { readonly adapter?: number };
  return { id, from, receivedAt, ...(adapter !== undefined && { revision: adapter }), facts } as Observed;
}
