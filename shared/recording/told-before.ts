import type { Told, ToldEntry } from '#shared/returns/record/change.ts';
import { foldRevision } from '#shared/returns/record/fold-revision.ts';
import { heardIn, heardOf } from '#shared/returns/record/tell.ts';
import { isOfClass, type ToldClass } from '#shared/returns/told-classes.ts';
import type { Emit } from './emit.ts';
import { type FoldInputs, isReadAnew, statesSaidAnew } from './folded-names.ts';
import type { StoredRecord } from './ports.ts';
import type { RecordKind } from './record-kind.ts';

interface Compared<Snapshot, Inputs> {
  readonly key: string;
  readonly before: StoredRecord<Snapshot> | undefined;
  readonly inputs: Inputs;
  /** What of all that only the new fold sees is to be told. */
  readonly emit: Emit;
}

/**
 * The memory to compare a record with. After a change of fold revision, what the new fold alone would tell of what the record was folded from
 * counts as told, in silence: it is told only when somebody asks for it, or for what is of its class, then or later. What came since is told as ever. Where something of it was
 * read anew since, the two cannot be told apart: then all is told that is not told yet, and nothing twice. What a parcel says only by the new fold is not
 * news either.
 */
export function toldBefore<Snapshot, Inputs extends FoldInputs>(
  kind: RecordKind<Snapshot, Inputs>,
  { key, before, inputs, emit }: Compared<Snapshot, Inputs>,
): Told {
  if (!before) {
    return {};
  }
  if (emit === true) {
    return heardIn(before.told);
  }
  const silent = silentlyTold(kind, { key, before, inputs });
  return emit ? heardOfClasses(silent, before.told, emit) : silent;
}

/** Nobody asks for anything of it. */
function silentlyTold<Snapshot, Inputs extends FoldInputs>(
  kind: RecordKind<Snapshot, Inputs>,
  { key, before, inputs }: { readonly key: string; readonly before: StoredRecord<Snapshot>; readonly inputs: Inputs },
): Told {
  const isSame = before.foldRevision === foldRevision && statesSaidAnew(before, inputs).length === 0;
  if (isSame || isReadAnew(before, inputs)) {
    return before.told;
  }
  const snapshot = kind.fold(key, kind.knownBy(before, inputs));
  return silenced(before.told, kind.tell(snapshot, before.told, before.version, inputs).told);
}

/** The same, but of these classes only what was really told. */
function heardOfClasses(silent: Told, told: Told, classes: readonly ToldClass[]): Told {
  const heard = heardIn(told);
  const entries = Object.entries(silent).map(([key, entry]) => [key, isOfClass(key, classes) ? heard[key] : entry]);
  return Object.fromEntries(entries.filter(([, entry]) => entry !== undefined));
}

/** @param after - `told` after a telling that nobody hears. */
function silenced(told: Told, after: Told): Told {
  const entries = Object.entries(after).map(([key, entry]): [string, ToldEntry] => {
    const old = told[key];
    const before = old && heardOf(old);
    return [key, entry === old ? entry : { ...entry, silent: true, ...(before && { before }) }];
  });
  return Object.fromEntries(entries);
}
