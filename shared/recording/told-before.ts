import type { NumberedAct } from '#shared/returns/acts/acts.ts';
import type { CaseRules, CaseSnapshot } from '#shared/returns/case/case.ts';
import { foldCase } from '#shared/returns/case/fold-case.ts';
import { tellCase } from '#shared/returns/case/tell-case.ts';
import { foldParcel } from '#shared/returns/parcel/fold-parcel.ts';
import type { ParcelLink, ParcelRules, ParcelSnapshot } from '#shared/returns/parcel/parcel.ts';
import { stateTimeOf } from '#shared/returns/parcel/parcel-state.ts';
import { tellParcel } from '#shared/returns/parcel/tell-parcel.ts';
import type { Told, ToldEntry } from '#shared/returns/record/change.ts';
import { digest, digestOf } from '#shared/returns/record/digest.ts';
import { foldRevision } from '#shared/returns/record/fold-revision.ts';
import type { CaseObservation, Observation, ParcelObservation } from '#shared/returns/record/observation.ts';
import { heardIn, heardOf } from '#shared/returns/record/tell.ts';
import type { ParcelStateFact } from '#shared/returns/tracking/facts.ts';
import type { StoredRecord } from './ports.ts';

/** All that a record is folded from. */
export interface FoldInputs {
  readonly observations: readonly Observation<unknown>[];
  readonly acts: readonly NumberedAct[];
  readonly links?: readonly ParcelLink[];
}

export interface CaseInputs extends FoldInputs {
  readonly observations: readonly CaseObservation[];
}

export interface ParcelInputs extends FoldInputs {
  readonly observations: readonly ParcelObservation[];
  readonly links: readonly ParcelLink[];
}

/** Whether what only the new fold sees is to be told. */
interface Emit {
  readonly emit?: boolean | undefined;
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

function isParcelState({ id, from }: Observation<unknown>): boolean {
  return from === 'backhaul' && id.startsWith('parcel/');
}

/** True when a record written anew would say nothing that the stored one does not. */
export function isUnchanged(before: StoredRecord<unknown>, after: StoredRecord<unknown>): boolean {
  const contentOf = ({ foldRevision: revision, snapshot, folded }: StoredRecord<unknown>) =>
    digestOf([revision, snapshot, folded]);
  return after.changes.length === 0 && contentOf(before) === contentOf(after);
}

function nameOf({ id }: { readonly id: string }): string {
  return digest(id).slice(0, 12);
}

function nameOfAct({ n }: NumberedAct): string {
  return digest('act', String(n)).slice(0, 12);
}

function knownOf<Each>(before: StoredRecord<unknown>, all: readonly Each[], name: (each: Each) => string): Each[] {
  const folded = before.folded && new Set(before.folded);
  return all.filter((each) => !folded || folded.has(name(each)));
}

/** Without folding anew: of a record of this revision all that it tells, for one who asks for all only what was really told. */
function knownToldOf(before: StoredRecord<unknown> | undefined, { emit }: Emit): Told | undefined {
  if (!before || emit) {
    return before && heardIn(before.told);
  }
  return before.foldRevision === foldRevision ? before.told : undefined;
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

/**
 * The memory to compare a case with. After a change of fold revision, what the new fold alone would tell of what the record was folded from
 * counts as told, in silence: it is told only when somebody asks for it, then or later. What came since is told as ever.
 */
export function caseToldBefore(
  before: StoredRecord<CaseSnapshot> | undefined,
  inputs: CaseInputs & Emit,
  rules: CaseRules,
): Told {
  const known = knownToldOf(before, inputs);
  if (known || !before) {
    return known ?? {};
  }
  const { key } = before.snapshot;
  const said = inputs.observations.filter((each) => !isParcelState(each));
  const observations = [...knownOf(before, said, nameOf), ...statesIn(before.snapshot)];
  const snapshot = foldCase(key, observations, knownOf(before, inputs.acts, nameOfAct), rules);
  return silenced(before.told, tellCase(snapshot, before.told, before.version, rules).told);
}

/** The parcels' states as the record knew them: a newer state has since taken their place among the observations. */
function statesIn({ parcels }: CaseSnapshot): CaseObservation[] {
  return parcels.flatMap(({ number, state }) => {
    if (!state) {
      return [];
    }
    const at = stateTimeOf(state);
    const facts = [{ fact: 'parcel-state', at, revision: 0, state } as const];
    return [{ id: `parcel/${number}`, from: 'backhaul', receivedAt: at, facts }];
  });
}

/** The same for a parcel. Of a link only whether the case named the number is known from before. */
export function parcelToldBefore(
  before: StoredRecord<ParcelSnapshot> | undefined,
  inputs: ParcelInputs & Emit & { readonly rules: ParcelRules },
): Told {
  const known = knownToldOf(before, inputs);
  if (known || !before) {
    return known ?? {};
  }
  const { number, linked, cases } = before.snapshot;
  const links = inputs.links
    .filter(({ caseKey }) => linked.includes(caseKey))
    .map((link) => ({ ...link, stands: cases.includes(link.caseKey) }));
  const acts = knownOf(before, inputs.acts, nameOfAct);
  const observations = knownOf(before, inputs.observations, nameOf);
  const snapshot = foldParcel(number, observations, links, acts, inputs.rules);
  return silenced(before.told, tellParcel(snapshot, before.told, before.version).told);
}
