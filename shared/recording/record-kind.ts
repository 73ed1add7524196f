import type { Act } from '#shared/returns/acts/acts.ts';
import type { Entry } from '#shared/returns/attention/entry.ts';
import type { Written } from '#shared/returns/attention/entry-of.ts';
import type { Change, Told } from '#shared/returns/record/change.ts';
import type { Instant } from '#shared/returns/record/instant.ts';
import type { FoldInputs } from './folded-names.ts';
import type { Outbox } from './outbox.ts';
import type { RecordTable, StoredRecord } from './ports.ts';
import type { RecordWriter } from './recorder.ts';

/** One kind of record: where it is kept, what it is folded from, what it tells, and what follows from it. */
export interface RecordKind<Snapshot, Inputs extends FoldInputs> {
  readonly noun: 'case' | 'parcel';
  readonly tableOf: (writer: RecordWriter) => Pick<RecordTable<Snapshot, unknown>, 'readSnapshot' | 'writeSnapshot'>;
  /** @param hasActs - False where it is known that there are none. */
  readonly read: (writer: RecordWriter, key: string, hasActs: boolean) => Promise<Inputs>;
  readonly fold: (key: string, inputs: Inputs) => Snapshot;
  /** The record as it is kept. */
  readonly kept: (snapshot: Snapshot) => Snapshot;
  /** What the policy decides of it by itself. */
  readonly propose: (snapshot: Snapshot, inputs: Inputs, now: Instant) => readonly Act[];
  /** What others of its kind say of it, and it of itself to them; where there is such. */
  readonly beside?: {
    /** Reads what they say. @param snapshot - By its own facts. */
    readonly read: (
      writer: RecordWriter,
      snapshot: Snapshot,
      inputs: Inputs,
      before: StoredRecord<Snapshot> | undefined,
    ) => Promise<Inputs>;
    /** Puts what it says where that is not there, then reads again. `lost`: another worker put something else meanwhile. */
    readonly share: (
      writer: RecordWriter,
      snapshot: Snapshot,
      inputs: Inputs,
      how: { readonly before: StoredRecord<Snapshot> | undefined; readonly whole: boolean },
    ) => Promise<Inputs | 'lost'>;
  };
  /** Of what it is folded from, that which a stored record was folded from: parcels' states, links and siblings as they were known to it. */
  readonly knownBy: (before: StoredRecord<Snapshot>, inputs: Inputs) => Inputs;
  readonly tell: (
    snapshot: Snapshot,
    told: Told,
    version: number,
    inputs: Inputs,
  ) => { readonly changes: readonly Change[]; readonly told: Told };
  /** How lists show it. @param wasListed - A list showed it before: then it hears that there is nothing left to do. */
  readonly entryOf: (snapshot: Snapshot, written: Written, wasListed: boolean) => Entry | undefined;
  /** What follows from a record beyond what followed from the one before; `whole`: all of it. */
  readonly outboxOf: (
    after: Pick<StoredRecord<Snapshot>, 'snapshot' | 'version' | 'writtenAt'>,
    before: StoredRecord<Snapshot> | undefined,
    whole: boolean,
    inputs: Inputs,
  ) => Outbox | undefined;
}
