import { Fault } from '#shared/fault/fault.ts';
import type { Act, NumberedAct } from '#shared/returns/acts/act.ts';
import { foldRevision } from '#shared/returns/case/fold-case.ts';
import type { Change, Told } from '#shared/returns/record/change.ts';
import type { Instant } from '#shared/returns/record/instant.ts';
import type { Outbox } from './outbox.ts';
import type { RecordTable, StoredRecord } from './ports.ts';
import { mostTries, type Recorder, refuseNewerFold } from './recorder.ts';
import { type FoldInputs, isUnchanged, namesOf } from './told-before.ts';

/** One kind of record: where it is kept, what it is folded from, what it tells, and what follows from it. */
export interface RecordKind<Snapshot, Inputs extends FoldInputs> {
  readonly noun: 'case' | 'parcel';
  readonly tableOf: (recorder: Recorder) => Pick<RecordTable<Snapshot, unknown>, 'readSnapshot' | 'writeSnapshot'>;
  /** @param hasActs - False where it is known that there are none. */
  readonly read: (recorder: Recorder, key: string, hasActs: boolean) => Promise<Inputs>;
  readonly fold: (key: string, inputs: Inputs) => Snapshot;
  /** What the policy decides of it by itself. */
  readonly propose: (snapshot: Snapshot, inputs: Inputs, now: Instant) => readonly Act[];
  /** The memory to compare with; `emit`: what only a newer fold revision sees is to be told. */
  readonly toldBefore: (before: StoredRecord<Snapshot> | undefined, inputs: Inputs, emit: boolean) => Told;
  readonly tell: (
    snapshot: Snapshot,
    told: Told,
    version: number,
    inputs: Inputs,
  ) => { readonly changes: readonly Change[]; readonly told: Told };
  /** What follows from a record beyond what followed from the one before; `whole`: all of it. */
  readonly outboxOf: (
    after: Pick<StoredRecord<Snapshot>, 'snapshot' | 'version' | 'writtenAt'>,
    before: StoredRecord<Snapshot> | undefined,
    whole: boolean,
  ) => Outbox | undefined;
}

/** What somebody's wish to act comes to, in view of the record as it stands. */
export type Verdict<Answer> = { readonly take: Omit<NumberedAct, 'n'> } | { readonly answer: Answer };

export interface RefoldOptions<Snapshot = never, Answer = never> {
  /** Tell what only a newer fold revision sees, too. */
  readonly emit?: boolean;
  /** Let all follow anew that ever followed from the record: makes good what got lost. */
  readonly whole?: boolean;
  /** Judges a wish to act. What is taken is written together with the record that it was judged on. */
  readonly judge?: (snapshot: Snapshot | undefined, acts: readonly NumberedAct[]) => Verdict<Answer>;
}

/**
 * Folds a record from all that is kept of it and writes it if its version is still the one read; the loser of a race reads again.
 * The write carries what the record tells and what must follow from it, so nothing is left to do after it.
 * @returns the act that was taken, or why none was; undefined where nobody wished to act.
 * @throws Fault `too-many-races`, `newer-fold`
 */
export async function refold<Snapshot, Inputs extends FoldInputs, Answer = never>(
  recorder: Recorder,
  kind: RecordKind<Snapshot, Inputs>,
  key: string,
  options: RefoldOptions<Snapshot, Answer> = {},
): Promise<NumberedAct | { readonly answer: Answer } | undefined> {
  for (let attempt = 0; attempt < mostTries; attempt += 1) {
    const result = await refoldOnce(recorder, kind, key, { ...options, isFirst: attempt === 0 });
    if (result !== 'lost') {
      return result;
    }
  }
  const what = `${kind.noun} ${key} was changed by others ${mostTries} times in a row`;
  throw new Fault('too-many-races', what, { advice: 'nothing: the message is tried again' });
}

type Result<Answer> = NumberedAct | { readonly answer: Answer } | undefined | 'lost';

async function refoldOnce<Snapshot, Inputs extends FoldInputs, Answer>(
  recorder: Recorder,
  kind: RecordKind<Snapshot, Inputs>,
  key: string,
  options: RefoldOptions<Snapshot, Answer> & { readonly isFirst: boolean },
): Promise<Result<Answer>> {
  const table = kind.tableOf(recorder);
  const before = await table.readSnapshot(key);
  refuseNewerFold(before, `${kind.noun} ${key}`);
  // An act that is there without its record (earlier releases put it first) shows as a lost write: then acts are read in any case.
  const known = await kind.read(recorder, key, !options.isFirst || (before !== undefined && before.lastAct !== 0));
  const verdict = options.judge?.(before && kind.fold(key, known), known.acts);
  if (verdict && 'answer' in verdict) {
    return verdict;
  }
  const now = recorder.now();
  const taken = verdict ? [numbered(known.acts, verdict.take)] : [];
  const { snapshot, inputs } = decide(kind, key, withActs(known, taken), now);
  const after = recordOf(kind, { before, snapshot, inputs, options, writtenAt: now });
  const acts = inputs.acts.slice(known.acts.length);
  if (before && acts.length === 0 && !options.whole && isUnchanged(before, after)) {
    return undefined;
  }
  const written = await table.writeSnapshot(key, after, before?.version ?? 0, acts);
  return written === 'written' ? taken[0] : 'lost';
}

/** Lets the policy decide what it has to, and folds that in. */
function decide<Snapshot, Inputs extends FoldInputs>(
  kind: RecordKind<Snapshot, Inputs>,
  key: string,
  known: Inputs,
  now: Instant,
): { readonly snapshot: Snapshot; readonly inputs: Inputs } {
  const undecided = kind.fold(key, known);
  const inputs = kind
    .propose(undecided, known, now)
    .reduce((sofar, act) => withActs(sofar, [numbered(sofar.acts, { act })]), known);
  return { snapshot: inputs === known ? undecided : kind.fold(key, inputs), inputs };
}

function withActs<Inputs extends FoldInputs>(inputs: Inputs, acts: readonly NumberedAct[]): Inputs {
  return acts.length === 0 ? inputs : { ...inputs, acts: [...inputs.acts, ...acts] };
}

function numbered(acts: readonly NumberedAct[], act: Omit<NumberedAct, 'n'>): NumberedAct {
  return { n: lastOf(acts) + 1, ...act };
}

function lastOf(acts: readonly NumberedAct[]): number {
  return Math.max(0, ...acts.map(({ n }) => n));
}

interface Folded<Snapshot, Inputs> {
  readonly before: StoredRecord<Snapshot> | undefined;
  readonly snapshot: Snapshot;
  readonly inputs: Inputs;
  readonly options: { readonly emit?: boolean; readonly whole?: boolean };
  readonly writtenAt: Instant;
}

function recordOf<Snapshot, Inputs extends FoldInputs>(
  kind: RecordKind<Snapshot, Inputs>,
  { before, snapshot, inputs, options: { emit = false, whole = false }, writtenAt }: Folded<Snapshot, Inputs>,
): StoredRecord<Snapshot> {
  const version = (before?.version ?? 0) + 1;
  const { changes, told } = kind.tell(snapshot, kind.toldBefore(before, inputs, emit), version, inputs);
  // What followed from a record of another fold revision is not known for sure.
  const isOther = before?.foldRevision !== foldRevision;
  const outbox = kind.outboxOf({ snapshot, version, writtenAt }, before, whole || isOther);
  const lastAct = lastOf(inputs.acts);
  const folded = namesOf(inputs);
  return { version, foldRevision, snapshot, told, changes, folded, lastAct, writtenAt, ...(outbox && { outbox }) };
}
