import type { FoldInputs } from './folded-names.ts';
import type { KeptItem, StoredRecord } from './ports.ts';
import type { RecordKind } from './record-kind.ts';
import type { RecordWriter } from './recorder.ts';

/** Another record says something new of which this one must take notice. */
export interface Heard {
  /** The key of the other. */
  readonly of: string;
  readonly revision: number;
}

/** A record with what it was folded from. */
export interface FoldedFrom<Snapshot, Inputs> {
  readonly snapshot: Snapshot;
  readonly inputs: Inputs;
}

/** Folds a record from its own facts, and then with what others say of it. */
export async function foldBeside<Snapshot, Inputs extends FoldInputs>(
  writer: RecordWriter,
  kind: RecordKind<Snapshot, Inputs>,
  key: string,
  { own, before }: { readonly own: Inputs; readonly before: StoredRecord<Snapshot> | undefined },
): Promise<FoldedFrom<Snapshot, Inputs>> {
  const snapshot = kind.fold(key, own);
  const inputs = (await kind.beside?.read(writer, snapshot, own, before)) ?? own;
  return { snapshot: hasSiblings(inputs) ? kind.fold(key, inputs) : snapshot, inputs };
}

/** Lets a record say to the others what it says, and folds it again where they say something else by now. */
export async function shareBeside<Snapshot, Inputs extends FoldInputs>(
  writer: RecordWriter,
  kind: RecordKind<Snapshot, Inputs>,
  key: string,
  {
    decided: { snapshot, inputs },
    ...how
  }: {
    readonly decided: FoldedFrom<Snapshot, Inputs>;
    readonly before: StoredRecord<Snapshot> | undefined;
    readonly whole: boolean;
  },
): Promise<FoldedFrom<Snapshot, Inputs> | 'lost'> {
  const shared = (await kind.beside?.share(writer, snapshot, inputs, how)) ?? inputs;
  if (shared === 'lost') {
    return 'lost';
  }
  const isSame = !hasSiblings(inputs) && !hasSiblings(shared);
  return { snapshot: isSame || !shared.beside?.isNew ? snapshot : kind.fold(key, shared), inputs: shared };
}

/**
 * Whether a record has to be written though it says nothing new. Whoever put what it says beside others may have put it over what a faster worker put:
 * one of the two then loses and looks again. And whoever was told of something new has looked at it only once that is kept, or a slower worker who did
 * not see it yet could still write.
 */
export function isSaidBeside(
  before: StoredRecord<unknown> | undefined,
  { beside }: FoldInputs,
  heard: readonly Heard[] = [],
): boolean {
  const isNew = ({ of, revision }: Heard) =>
    revisionOf(before?.siblings, of) < revision && revision <= revisionOf(beside?.siblings, of);
  return beside?.isNew === true || heard.some(isNew);
}

function hasSiblings({ beside }: FoldInputs): boolean {
  return beside !== undefined && beside.siblings.length > 0;
}

function revisionOf(siblings: readonly KeptItem[] = [], key: string): number {
  return siblings.find(({ item }) => item.caseKey === key)?.revision ?? 0;
}
