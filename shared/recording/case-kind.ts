import { caseRulesOf } from '#shared/policy/case-rules.ts';
import type { Policy } from '#shared/policy/policy.ts';
import { proposeActs } from '#shared/policy/propose-acts.ts';
import type { CaseRules, CaseSnapshot } from '#shared/returns/case/case.ts';
import type { CaseObservation } from '#shared/returns/case/facts.ts';
import { foldCase } from '#shared/returns/case/fold-case.ts';
import { keptCase, wholeCase } from '#shared/returns/case/kept-case.ts';
import { tellCase } from '#shared/returns/case/tell-case.ts';
import { stateTimeOf } from '#shared/returns/parcel/parcel-state.ts';
import { statesOf } from '#shared/returns/tracking/states.ts';
import { caseOutbox } from './case-outbox.ts';
import { firstHeardOf } from './first-heard.ts';
import { type FoldInputs, isParcelState, knownOf, nameOf, nameOfAct } from './folded-names.ts';
import type { RecordKind } from './record-kind.ts';

interface CaseFold extends FoldInputs {
  readonly observations: readonly CaseObservation[];
  readonly policy: Policy;
  readonly rules: CaseRules;
}

/** The return record. */
export const caseKind: RecordKind<CaseSnapshot, CaseFold> = {
  noun: 'case',
  tableOf: ({ cases }) => cases,
  read: async ({ cases, policy: policies, merchant, now }, key, hasActs) => {
    const observations = await cases.readObservations(key);
    const policy = await policies.inForceAt(firstHeardOf(observations) ?? now());
    const acts = hasActs ? await cases.readActs(key) : [];
    return { observations, acts, policy, rules: caseRulesOf(policy, merchant) };
  },
  fold: (key, { observations, acts, rules }) => foldCase(key, observations, acts, rules),
  kept: keptCase,
  propose: (snapshot, { policy }, now) => proposeActs(snapshot, policy, now),
  knownBy: (before, inputs) => {
    const said = inputs.observations.filter((each) => !isParcelState(each));
    const observations = [
      ...knownOf(before, said, nameOf),
      ...statesIn(wholeCase(before.snapshot, statesOf(inputs.observations))),
    ];
    return { ...inputs, observations, acts: knownOf(before, inputs.acts, nameOfAct) };
  },
  tell: (snapshot, told, version, { rules }) => tellCase(snapshot, told, version, rules),
  outboxOf: caseOutbox,
};

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
