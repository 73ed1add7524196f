import { Fault } from '#shared/fault/fault.ts';
import type { NumberedAct } from '#shared/returns/acts/acts.ts';
import { foldRevision } from '#shared/returns/record/fold-revision.ts';
import type { Instant } from '#shared/returns/record/instant.ts';
import type { Emit } from './emit.ts';
import { type FoldInputs, isUnchanged, namesOf } from './folded-names.ts';
import type { StoredRecord } from './ports.ts';
import type { RecordKind } from './record-kind.ts';
import { mostTries, type Recorder, refuseNewerFold } from './recorder.ts';
import { toldBefore } from './told-before.ts';

/** What somebody's wish to act comes to, in view of the record as it stands. */
export type Verdict<Answer> = { readonly take: Omit<NumberedAct, 'n'> } | { readonly answer: Answer };

export interface RefoldOptions<Snapshot = never, Inputs = never, Answer = never> {
  /** What only a newer fold revision sees and is to be told, too. */
  readonly emit?: Emit;
  /** Let all follow anew that ever followed from the record: makes good what got lost. */
  readonly whole?: boolean;
  /** Judges a wish to act. What is taken is written together with the record that it was judged on. */
  readonly judge?: (snapshot: Snapshot | undefined, inputs: Inputs) => Verdict<Answer>;
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
  options: RefoldOptions<Snapshot, Inputs, Answer> = {},
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
  options: RefoldOptions<Snapshot, Inputs, Answer> & { readonly isFirst: boolean },
): Promise<Result<Answer>> {
  const table = kind.tableOf(recorder);
  const before = await table.readSnapshot(key);
  refuseNewerFold(before, `${kind.noun} ${key}`);
  // An act that is there without its record (earlier releases put it first) shows as a lost write: then acts are read in any case.
  const known = await kind.read(recorder, key, !options.isFirst || (before !== undefined && before.lastAct !== 0));
  const verdict = options.judge?.(before && kind.fold(key, known), known);
  if (verdict && 'answer' in verdict) {
    return verdict;
  }
  const now = recorder.now();
  const taken = verdict ? [numbered(known.acts, verdict.take)] : [];
  const { snapshot, inputs } = decide(kind, key, withActs(known, taken), now);
  const after = recordOf(kind, key, { before, snapshot, inputs, options, writtenAt: now });
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
  readonly options: { readonly emit?: Emit; readonly whole?: boolean };
  readonly writtenAt: Instant;
}

function recordOf<Snapshot, Inputs extends FoldInputs>(
  kind: RecordKind<Snapshot, Inputs>,
  key: string,
  { before, snapshot, inputs, options: { emit = false, whole = false }, writtenAt }: Folded<Snapshot, Inputs>,
): StoredRecord<Snapshot> {
  const version = (before?.version ?? 0) + 1;
  const { changes, told } = kind.tell(snapshot, toldBefore(kind, { key, before, inputs, emit }), version, inputs);
  // What followed from a record of another fold revision is not known for sure.
  const isOther = before?.foldRevision !== foldRevision;
  const outbox = kind.outboxOf({ snapshot, version, writtenAt }, before, whole || isOther);
  const lastAct = lastOf(inputs.acts);
  const folded = namesOf(inputs);
  return { version, foldRevision, snapshot, told, changes, folded, lastAct, writtenAt, ...(outbox && { outbox }) };
}
