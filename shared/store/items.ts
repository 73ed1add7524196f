import type { StoredRecord } from '#shared/recording/ports.ts';
import type { Observation } from '#shared/returns/observation.ts';
import { type ItemKey, sorts } from './keys.ts';
import type { Attributes, Item } from './table.ts';

/** A folded record as an item. `changes` is absent when there is nothing to tell, so that the stream's filter can see it. */
export function snapshotItem<Snapshot>(pk: string, record: StoredRecord<Snapshot>, indexes: Attributes): Item {
  const { version, foldRevision, snapshot, told, changes, folded } = record;
  return {
    pk,
    sk: sorts.snapshot,
    version,
    foldRevision,
    snapshot,
    told,
    ...(changes.length > 0 && { changes }),
    ...(folded && { folded }),
    ...indexes,
  };
}

export function storedRecordOf<Snapshot>(item: Item): StoredRecord<Snapshot> {
  const { version, foldRevision, snapshot, told, changes, folded } = item as unknown as StoredRecord<Snapshot>;
  return { version, foldRevision, snapshot, told, changes: changes ?? [], ...(folded && { folded }) };
}

export function observationItem(key: ItemKey, observation: Observation<unknown>, extra: Attributes = {}): Item {
  const { id, from, receivedAt, facts } = observation;
  return { ...key, id, from, receivedAt, facts, ...extra };
}

export function observationOf<Observed extends Observation<unknown>>(item: Item): Observed {
  const { id, from, receivedAt, facts } = item as unknown as Observed;
  return { id, from, receivedAt, facts } as Observed;
}
