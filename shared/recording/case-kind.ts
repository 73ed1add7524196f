import { caseRulesOf } from '#shared/policy/case-rules.ts';
import type { Policy } from '#shared/policy/policy.ts';
import { proposeActs } from '#shared/policy/propose-acts.ts';
import { caseEntryOf } from '#shared/returns/attention/entry-of.ts';
import type { CaseRules, CaseSnapshot } from '#shared/returns/case/case.ts';
import type { CaseObservation } from '#shared/returns/case/facts.ts';
import { foldCase } from '#shared/returns/case/fold-case.ts';
import { keptCase, wholeCase } from '#shared/returns/case/kept-case.ts';
import { tellCase } from '#shared/returns/case/tell-case.ts';
import { stateTimeOf } from '#shared/returns/parcel/parcel-state.ts';
import { statesOf } from '#shared/returns/tracking/states.ts';
import { caseOutbox } from './case-outbox.ts';
import { firstHeardOf } from './first-heard.ts';
import {
  type Beside,
  type FoldInputs,
  isParcelState,
  knownOf,
  nameOf,
  nameOfAct,
  statesSaidAnew,
} from './folded-names.ts';
import { ordersSaid, readPlaces, revisionsIn, type Settled, settle, siblingsIn } from './order-places.ts';
import type { RecordKind } from './record-kind.ts';

interface CaseFold extends FoldInputs {
  readonly observations: readonly CaseObservation[];
  readonly policy: Policy;
  readonly rules: CaseRules;
}

const nothingBeside: Beside = { siblings: [], places: [], isNew: false, revisions: {}, calls: [] };

/** The return record. */
export const caseKind: RecordKind<CaseSnapshot, CaseFold> = {
  noun: 'case',
  tableOf: ({ cases }) => cases,
  read: async ({ cases, policy: policies, merchant, now }, key, hasActs) => {
    const observations = await cases.readObservations(key);
    const policy = await policies.inForceAt(firstHeardOf(observations) ?? now());
    const acts = hasActs ? await cases.readActs(key) : [];
    return { observations, acts, policy, rules: caseRulesOf(policy, merchant, await policies.calendars()) };
  },
  fold: (key, { observations, acts, rules, beside = nothingBeside }) =>
    foldCase(
      key,
      observations,
      acts,
      rules,
      beside.siblings.map(({ item }) => item),
    ),
  beside: {
    read: async ({ orders }, snapshot, inputs, before) => {
      const former = [before?.snapshot.details.orderId, ...ordersSaid(inputs.observations)];
      const places = await readPlaces(orders, snapshot, former);
      return { ...inputs, beside: { ...nothingBeside, places, siblings: siblingsIn(places, snapshot.key) } };
    },
    share: async ({ orders }, snapshot, inputs, { before, whole }) => {
      const settled: Settled[] = [];
      for (const place of inputs.beside?.places ?? []) {
        const result = await settle(orders, place, {
          snapshot,
          before: before?.snapshot,
          revisions: before?.orderRevisions ?? {},
          whole,
        });
        if (result === 'lost') {
          return 'lost';
        }
        settled.push(result);
      }
      return { ...inputs, beside: besideOf(settled, snapshot.key) };
    },
  },
  kept: keptCase,
  propose: (snapshot, { policy }, now) => proposeActs(snapshot, policy, now),
  knownBy: (before, inputs) => {
    const said = inputs.observations.filter((each) => !isParcelState(each));
    const states = [
      ...statesIn(wholeCase(before.snapshot, statesOf(inputs.observations))),
      ...(statesSaidAnew(before, inputs) as readonly CaseObservation[]),
    ];
    // Of each parcel one: what only a newer fold says so is known in the new form.
    const known = new Map(states.map((each) => [each.id, each]));
    const observations = [...knownOf(before, said, nameOf), ...known.values()];
    const beside = { ...nothingBeside, siblings: before.siblings ?? [] };
    return { ...inputs, observations, acts: knownOf(before, inputs.acts, nameOfAct), beside };
  },
  tell: (snapshot, told, version, { rules }) => tellCase(snapshot, told, version, rules),
  entryOf: caseEntryOf,
  outboxOf: (after, before, whole, { beside }) => caseOutbox(after, before, whole, beside?.calls),
};

function besideOf(settled: readonly Settled[], key: string): Beside {
  const places = settled.map(({ place }) => place);
  return {
    places,
    siblings: siblingsIn(places, key),
    isNew: settled.some(({ isNew }) => isNew),
    revisions: revisionsIn(places, key),
    calls: settled.flatMap(({ calls }) => calls),
  };
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
