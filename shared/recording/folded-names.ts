import type { NumberedAct } from '#shared/returns/acts/acts.ts';
import type { ParcelLink } from '#shared/returns/parcel/parcel.ts';
import { digest, digestOf } from '#shared/returns/record/digest.ts';
import type { Observation } from '#shared/returns/record/observation.ts';
import type { ParcelStateFact } from '#shared/returns/tracking/facts.ts';
import type { OrderPlace } from './order-places.ts';
import type { SiblingCall } from './outbox.ts';
import type { KeptItem, StoredRecord } from './ports.ts';

/** All that a record is folded from. */
export interface FoldInputs {
  readonly observations: readonly Observation<unknown>[];
  readonly acts: readonly NumberedAct[];
  readonly links?: readonly ParcelLink[];
  readonly beside?: Beside;
}

/**
 * What stands beside a case in its orders. It is in no names: what others say changes often without meaning anything to this case, and whoever it
 * concerns is told so, with the revision to look for.
 */
export interface Beside {
  readonly siblings: readonly KeptItem[];
  readonly places: readonly OrderPlace[];
  /** What the case itself says has another revision there than its record knows. */
  readonly isNew: boolean;
  /** That revision, by the ids of the orders. */
  readonly revisions: Readonly<Record<string, number>>;
  /** Who has to look again. */
  readonly calls: readonly SiblingCall[];
}

/**
 * Short names of the observations and acts that a record is folded from, twelve hexadecimal digits each. Parcels' states and links are
 * replaced by later ones and may come back to what they said before: their revisions are part of their names, so that whoever folds a
 * later one writes, and another who read the one before loses the race.
 */
export function namesOf({ observations, acts, links = [] }: FoldInputs): string[] {
  const said = observations.map((each) => (isParcelState(each) ? nameOfState(each) : nameOf(each)));
  return [...said, ...links.map(nameOfLink), ...acts.map(nameOfAct)].sort();
}

function nameOfState({ id, facts }: Observation<unknown>): string {
  return digest(id, ...facts.map((fact) => String((fact as ParcelStateFact).revision))).slice(0, 12);
}

function nameOfLink({ caseKey, revision }: ParcelLink): string {
  return digest('link', caseKey, String(revision)).slice(0, 12);
}

/** Parcels' states that only a newer fold says so, and that the stored record has not heard yet. */
export function statesSaidAnew(
  { folded = [] }: StoredRecord<unknown>,
  { observations }: FoldInputs,
): readonly Observation<unknown>[] {
  const known = new Set(folded);
  return observations.filter(
    (each) =>
      isParcelState(each) &&
      each.facts.every((fact) => (fact as ParcelStateFact).anew) &&
      !known.has(nameOfState(each)),
  );
}

export function isParcelState({ id, from }: Observation<unknown>): boolean {
  return from === 'backhaul' && id.startsWith('parcel/');
}

/** True when a record written anew would say nothing that the stored one does not. */
export function isUnchanged(before: StoredRecord<unknown>, after: StoredRecord<unknown>): boolean {
  const contentOf = ({ foldRevision: revision, snapshot, folded }: StoredRecord<unknown>) =>
    digestOf([revision, snapshot, folded]);
  return after.changes.length === 0 && contentOf(before) === contentOf(after);
}

/** What a later revision of its adapter made of a message is another observation. */
export function nameOf({ id, revision }: Pick<Observation<unknown>, 'id' | 'revision'>): string {
  return digest(id, ...(revision === undefined ? [] : [String(revision)])).slice(0, 12);
}

/** True when something that a stored record was folded from was read anew since: what it said then is kept no more. */
export function isReadAnew({ folded }: StoredRecord<unknown>, { observations }: FoldInputs): boolean {
  const known = new Set(folded);
  return observations.some((each) => !known.has(nameOf(each)) && earlierNamesOf(each).some((name) => known.has(name)));
}

function earlierNamesOf({ id, revision }: Observation<unknown>): string[] {
  return revision === undefined
    ? []
    : [nameOf({ id }), ...Array.from({ length: revision }, (_, lower) => nameOf({ id, revision: lower }))];
}

export function nameOfAct({ n }: NumberedAct): string {
  return digest('act', String(n)).slice(0, 12);
}

/** Those of all that a stored record was folded from. */
export function knownOf<Each>(
  before: StoredRecord<unknown>,
  all: readonly Each[],
  name: (each: Each) => string,
): Each[] {
  const folded = before.folded && new Set(before.folded);
  return all.filter((each) => !folded || folded.has(name(each)));
}
