import { Fault } from '#shared/fault/fault.ts';
import type { NumberedAct } from '#shared/returns/acts/acts.ts';
import { foldRevision } from '#shared/returns/record/fold-revision.ts';
import type { Instant } from '#shared/returns/record/instant.ts';
import type { Emit } from './emit.ts';
import { type FoldInputs, isUnchanged, namesOf } from './folded-names.ts';
import { type FoldedFrom, foldBeside, type Heard, isSaidBeside, shareBeside } from './look-beside.ts';
import type { StoredRecord } from './ports.ts';
import type { RecordKind } from './record-kind.ts';
import { mostTries, type RecordWriter, refuseNewerFold } from './recorder.ts';
import { toldBefore } from './told-before.ts';

/** What somebody's wish to act comes to, in view of the record as it stands. */
export type Verdict<Answer> = { readonly take: Omit<NumberedAct, 'n'> } | { readonly answer: Answer };

export interface RefoldOptions<Snapshot = never, Inputs = never, Answer = never> {
  /** What only a newer fold revision sees and is to be told, too. */
  readonly emit?: Emit;
  /** Let all follow anew that ever followed from the record: makes good what got lost. */
  readonly whole?: boolean;
  /** What it must have taken notice of when it is written. */
  readonly heard?: readonly Heard[];
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
  writer: RecordWriter,
  kind: RecordKind<Snapshot, Inputs>,
  key: string,
  options: RefoldOptions<Snapshot, Inputs, Answer> = {},
): Promise<NumberedAct | { readonly answer: Answer } | undefined> {
  for (let attempt = 0; attempt < mostTries; attempt += 1) {
    const result = await refoldOnce(writer, kind, key, { ...options, isFirst: attempt === 0 });
    if (result !== 'lost') {
      return result;
    }
  }
  const what = `${kind.noun} ${key} was changed by others ${mostTries} times in a row`;
  throw new Fault('too-many-races', what, { advice: 'nothing: the message is tried again' });
}

type Result<Answer> = NumberedAct | { readonly answer: Answer } | undefined | 'lost';

async function refoldOnce<Snapshot, Inputs extends FoldInputs, Answer>(
  writer: RecordWriter,
  kind: RecordKind<Snapshot, Inputs>,
  key: string,
  options: RefoldOptions<Snapshot, Inputs, Answer> & { readonly isFirst: boolean },
): Promise<Result<Answer>> {
  const before = await kind.tableOf(writer).readSnapshot(key);
  refuseNewerFold(before, `${kind.noun} ${key}`);
  // An act that is there without its record (earlier releases put it first) shows as a lost write: then acts are read in any case.
  const own = await kind.read(writer, key, !options.isFirst || (before !== undefined && before.lastAct !== 0));
  const found = await foldBeside(writer, kind, key, { own, before });
  const verdict = options.judge?.(before && found.snapshot, found.inputs);
  if (verdict && 'answer' in verdict) {
    return verdict;
  }
  const now = writer.now();
  const taken = verdict ? [numbered(found.inputs.acts, verdict.take)] : [];
  const decided = decide(kind, key, foldedWith(kind, key, found, taken), now);
  const shared = await shareBeside(writer, kind, key, { decided, before, whole: options.whole ?? false });
  const written =
    shared === 'lost' ? 'lost' : await write(writer, kind, key, { ...shared, before, options, writtenAt: now, own });
  return written === 'lost' ? 'lost' : taken[0];
}

async function write<Snapshot, Inputs extends FoldInputs>(
  writer: RecordWriter,
  kind: RecordKind<Snapshot, Inputs>,
  key: string,
  { own, ...folded }: Folded<Snapshot, Inputs> & { readonly own: Inputs },
): Promise<'written' | 'unchanged' | 'lost'> {
  const { before, inputs, options } = folded;
  const after = recordOf(kind, key, folded);
  const acts = inputs.acts.slice(own.acts.length);
  return acts.length > 0 || isNews(before, after, inputs, options)
    ? await kind.tableOf(writer).writeSnapshot(key, after, before?.version ?? 0, acts)
    : 'unchanged';
}

function isNews(
  before: StoredRecord<unknown> | undefined,
  after: StoredRecord<unknown>,
  inputs: FoldInputs,
  { whole = false, heard }: Pick<RefoldOptions, 'whole' | 'heard'>,
): boolean {
  return !before || whole || isSaidBeside(before, inputs, heard) || !isUnchanged(before, after);
}

/** Lets the policy decide what it has to, and folds that in. */
function decide<Snapshot, Inputs extends FoldInputs>(
  kind: RecordKind<Snapshot, Inputs>,
  key: string,
  undecided: FoldedFrom<Snapshot, Inputs>,
  now: Instant,
): FoldedFrom<Snapshot, Inputs> {
  const { snapshot, inputs } = undecided;
  const last = lastOf(inputs.acts);
  const acts = kind.propose(snapshot, inputs, now).map((act, index) => ({ n: last + 1 + index, act }));
  return foldedWith(kind, key, undecided, acts);
}

/** Folds acts in that were taken since. */
function foldedWith<Snapshot, Inputs extends FoldInputs>(
  kind: RecordKind<Snapshot, Inputs>,
  key: string,
  found: FoldedFrom<Snapshot, Inputs>,
  acts: readonly NumberedAct[],
): FoldedFrom<Snapshot, Inputs> {
  if (acts.length === 0) {
    return found;
  }
  const inputs = { ...found.inputs, acts: [...found.inputs.acts, ...acts] };
  return { snapshot: kind.fold(key, inputs), inputs };
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
  readonly options: Pick<RefoldOptions, 'emit' | 'whole' | 'heard'>;
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
  const entry = kind.entryOf(snapshot, { version, writtenAt }, before?.isListed ?? false);
  const outbox = kind.outboxOf({ snapshot, version, writtenAt }, before, whole || isOther, inputs);
  const lastAct = lastOf(inputs.acts);
  const { siblings = [], revisions = {} } = inputs.beside ?? {};
  return {
    version,
    foldRevision,
    snapshot: kind.kept(snapshot),
    told,
    changes,
    folded: namesOf(inputs),
    lastAct,
    ...(siblings.length > 0 && { siblings }),
    ...(Object.keys(revisions).length > 0 && { orderRevisions: revisions }),
    writtenAt,
    ...(entry && { entry }),
    ...(outbox && { outbox }),
  };
}
