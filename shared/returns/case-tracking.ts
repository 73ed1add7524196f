import type { CaseParcel } from './case.ts';
import type { CaseFact, ParcelState } from './fact.ts';
import { isTrivialState } from './parcel-state.ts';
import { compare, factsNamed, type Statement } from './statement.ts';

type Tracking = Statement<Extract<CaseFact, { readonly fact: 'tracking' }>>;

/**
 * Every number that the case ever named, the first named first, and whether the latest word on it still names it.
 * A sender's list of all numbers takes away those of its own earlier ones that it leaves out.
 */
export function parcelsOf(statements: readonly Statement<CaseFact>[]): CaseParcel[] {
  const tracking = factsNamed(statements, 'tracking');
  const states = parcelStates(statements);
  const numbers = new Set(tracking.flatMap(({ fact }) => fact.numbers.map((each) => each.number)));
  return [...numbers]
    .map((number) => parcelOf(number, tracking, states.get(number)))
    .sort((a, b) => compare(a.statedAt, b.statedAt) || compare(a.number, b.number));
}

function parcelOf(number: string, tracking: readonly Tracking[], state: ParcelState | undefined): CaseParcel {
  const naming = tracking.filter((each) => names(each, number));
  const origins = new Set(naming.map(({ fact }) => fact.origin));
  const last = tracking.findLast((each) => names(each, number) || takesAway(each, number, origins));
  const carrier =
    naming.map(({ fact }) => fact.numbers.find((each) => each.number === number)?.carrier).findLast((each) => each) ??
    state?.carrier;
  const statedAt = naming.map(({ at }) => at).sort()[0];
  return {
    number,
    statedAt: statedAt ?? ('' as never),
    stands: last !== undefined && names(last, number),
    ...(carrier && { carrier }),
    ...(state && { state }),
  };
}

function names({ fact }: Tracking, number: string): boolean {
  return fact.numbers.some((each) => each.number === number);
}

function takesAway({ fact }: Tracking, number: string, origins: ReadonlySet<string>): boolean {
  return (fact.replaces ?? []).includes(number) || (fact.whole === true && origins.has(fact.origin));
}

/** The latest word of each parcel's own record, by its revision; one that says nothing is as if it had not come. */
function parcelStates(statements: readonly Statement<CaseFact>[]): ReadonlyMap<string, ParcelState> {
  const facts = factsNamed(statements, 'parcel-state').map(({ fact }) => fact);
  const latest = new Map(facts.sort((a, b) => a.revision - b.revision).map(({ state }) => [state.number, state]));
  return new Map([...latest].filter(([, state]) => !isTrivialState(state)));
}
