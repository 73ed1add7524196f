import { caseRulesOf } from '#shared/policy/case-rules.ts';
import { proposeActs } from '#shared/policy/propose-acts.ts';
import type { NumberedAct } from '#shared/returns/act.ts';
import type { CaseRules, CaseSnapshot } from '#shared/returns/case.ts';
import { foldCase, foldRevision } from '#shared/returns/fold-case.ts';
import type { Instant } from '#shared/returns/instant.ts';
import type { CaseObservation } from '#shared/returns/observation.ts';
import { tellCase } from '#shared/returns/tell-case.ts';
import { linkCase } from './link-case.ts';
import type { StoredRecord } from './ports.ts';
import { mostTries, type Recorder, type RefoldOptions, refuseNewerFold, TooManyRacesError } from './recorder.ts';
import { type CaseInputs, caseToldBefore, isUnchanged, namesOf } from './told-before.ts';

type StoredCase = StoredRecord<CaseSnapshot>;

/**
 * Folds a case from all that is kept of it and writes the record if its version is still the one read; the loser of a race reads again.
 * Then, whoever wrote it, what follows from the record: links to parcels, names, held deliveries.
 */
export async function refoldCase(recorder: Recorder, key: string, options: RefoldOptions): Promise<void> {
  for (let attempt = 0; attempt < mostTries; attempt += 1) {
    const before = await recorder.cases.readSnapshot(key);
    const after = await foldOnce(recorder, key, before, options);
    if (after !== 'lost') {
      await linkCase(recorder, before, after, options);
      return;
    }
  }
  throw new TooManyRacesError(
    `case ${key} was changed by others ${mostTries} times in a row; the message is tried again`,
  );
}

/** The record as it stands afterwards, or `lost` when somebody else wrote in between. */
async function foldOnce(
  recorder: Recorder,
  key: string,
  before: StoredCase | undefined,
  { emit }: RefoldOptions,
): Promise<StoredCase | 'lost'> {
  refuseNewerFold(before, `case ${key}`);
  const folded = await foldAndDecide(recorder, key);
  if (folded === 'lost') {
    return 'lost';
  }
  const { snapshot, inputs, rules } = folded;
  const version = (before?.version ?? 0) + 1;
  const base = caseToldBefore(before, { ...inputs, emit }, rules);
  const { changes, told } = tellCase(snapshot, base, version, rules);
  const after = { version, foldRevision, snapshot, told, changes, folded: namesOf(inputs) };
  if (before && isUnchanged(before, after)) {
    return before;
  }
  return (await recorder.cases.writeSnapshot(key, after, before?.version ?? 0)) === 'written' ? after : 'lost';
}

interface Folded {
  readonly snapshot: CaseSnapshot;
  readonly inputs: CaseInputs;
  readonly rules: CaseRules;
}

/** Folds what is kept, lets the policy decide what it has to, and folds that in; `lost` when somebody else decided meanwhile. */
async function foldAndDecide(recorder: Recorder, key: string): Promise<Folded | 'lost'> {
  const observations = await recorder.cases.readObservations(key);
  const policy = await recorder.policy.inForceAt(firstHeardOf(observations) ?? recorder.now());
  const rules = caseRulesOf(policy, recorder.merchant);
  const acts = await recorder.cases.readActs(key);
  const undecided = foldCase(key, observations, acts, rules);
  const proposed = proposeActs(undecided, policy, recorder.now());
  const decided = await putActs(recorder, key, acts, proposed);
  if (decided === 'lost') {
    return 'lost';
  }
  const snapshot = proposed.length === 0 ? undecided : foldCase(key, observations, decided, rules);
  return { snapshot, inputs: { observations, acts: decided }, rules };
}

/** A case goes by the policy that was in force when it was first heard of, whatever was stored since. */
function firstHeardOf(observations: readonly CaseObservation[]): Instant | undefined {
  const receipts = observations.filter(({ from }) => from !== 'backhaul').map(({ receivedAt }) => receivedAt);
  return receipts.sort()[0];
}

async function putActs(
  recorder: Recorder,
  key: string,
  known: readonly NumberedAct[],
  proposed: ReturnType<typeof proposeActs>,
): Promise<readonly NumberedAct[] | 'lost'> {
  const acts = [...known];
  for (const act of proposed) {
    const numbered = { n: Math.max(0, ...acts.map((each) => each.n)) + 1, act };
    if ((await recorder.cases.putAct(key, numbered)) === 'taken') {
      return 'lost';
    }
    acts.push(numbered);
  }
  return acts;
}
