import { canonicalNumber } from '#shared/identifiers/tracking-number.ts';
import type { CaseSnapshot } from '../case/case.ts';
import type { CaseFact } from '../case/facts.ts';
import { isTrivialState } from '../parcel/parcel-state.ts';
import type { Note } from '../record/note.ts';
import { compare, factsNamed, type Statement } from '../record/statement.ts';
import type { ParcelState } from './facts.ts';
import { isOpen } from './links.ts';
import type { CaseParcel } from './part.ts';

type Tracking = Statement<Extract<CaseFact, { readonly fact: 'tracking' }>>;

/**
 * Every number that the case ever named, the first named first, and whether the latest word on it still names it.
 * A sender's list of all numbers takes away those of its own earlier ones that it leaves out.
 */
export function parcelsOf(statements: readonly Statement<CaseFact>[]): CaseParcel[] {
  const tracking = factsNamed(statements, 'tracking').map(inCanonicalForm);
  const states = parcelStates(statements);
  const numbers = new Set(tracking.flatMap(({ fact }) => fact.numbers.map((each) => each.number)));
  return [...numbers]
    .map((number) => parcelOf(number, tracking, states.get(number)))
    .sort((a, b) => compare(a.statedAt, b.statedAt) || compare(a.number, b.number));
}

/** Earlier releases took labels for numbers: what they kept is read as it would be today. */
export function inCanonicalForm(statement: Tracking): Tracking {
  const { fact } = statement;
  const numbers = fact.numbers.map((each) => ({ ...each, number: canonicalNumber(each.number) }));
  const replaces = fact.replaces && { replaces: fact.replaces.map(canonicalNumber) };
  return { ...statement, fact: { ...fact, numbers, ...replaces } };
}

function parcelOf(number: string, tracking: readonly Tracking[], state: ParcelState | undefined): CaseParcel {
  const naming = tracking.filter((each) => names(each, number));
  const origins = new Set(naming.map(({ fact }) => fact.origin));
  const last = tracking.findLast((each) => names(each, number) || takesAway(each, number, origins));
  const statedCarrier = naming
    .map(({ fact }) => fact.numbers.find((each) => each.number === number)?.carrier)
    .findLast((each) => each);
  const carrier = state?.feedCarrier ?? statedCarrier ?? state?.carrier;
  const statedAt = naming.map(({ at }) => at).sort()[0];
  const knownAt = naming.map(({ receivedAt }) => receivedAt).sort()[0];
  return {
    number,
    statedAt: statedAt ?? ('' as never),
    ...(knownAt && { knownAt }),
    stands: last !== undefined && names(last, number),
    ...(carrier && { carrier }),
    ...(statedCarrier && { statedCarrier }),
    ...(state && { state }),
  };
}

/** Numbers that the open case waits for and that no feed follows, and senders whose latest word on numbers cannot be read. */
export function trackingNotes(
  basis: Pick<CaseSnapshot, 'closedAt' | 'decision' | 'parcels'>,
  statements: readonly Statement<CaseFact>[],
): Note[] {
  if (!isOpen(basis)) {
    return [];
  }
  const standing = basis.parcels.filter(({ stands }) => stands);
  const untracked = standing.filter(({ state }) => state?.untrackedSince);
  const sentBack = standing.filter(({ state }) => state?.sides.includes('returned-to-sender'));
  return [
    ...sentBack.map(({ number }): Note => ({ code: 'parcel-sent-back', detail: number })),
    ...untracked.map(({ number }): Note => ({ code: 'parcel-untracked', detail: number })),
    ...unreadableSenders(statements).map((from): Note => ({ code: 'tracking-unreadable', detail: from })),
  ];
}

function unreadableSenders(statements: readonly Statement<CaseFact>[]): string[] {
  const words = factsNamed(statements, 'tracking', 'tracking-unreadable');
  const latest = new Map(words.map(({ from, fact }) => [from, fact.fact]));
  return [...latest].filter(([, word]) => word === 'tracking-unreadable').map(([from]) => from);
}

function names({ fact }: Tracking, number: string): boolean {
  return fact.numbers.some((each) => each.number === number);
}

function takesAway({ fact }: Tracking, number: string, origins: ReadonlySet<string>): boolean {
  return (fact.replaces ?? []).includes(number) || (fact.whole === true && origins.has(fact.origin));
}

function isLabel({ number }: ParcelState): boolean {
  return canonicalNumber(number) !== number;
}

/**
 * The latest word of each parcel's own record, by its revision; one that says nothing is as if it had not come. What stands under a label still counts
 * for its number, until goods are reported of the number itself.
 */
function parcelStates(statements: readonly Statement<CaseFact>[]): ReadonlyMap<string, ParcelState> {
  const facts = factsNamed(statements, 'parcel-state').map(({ fact }) => fact);
  const latest = new Map(facts.sort((a, b) => a.revision - b.revision).map(({ state }) => [state.number, state]));
  const said = [...latest.values()].filter((state) => !isTrivialState(state));
  const byNumber = new Map<string, ParcelState>();
  // Labels last: what is under one stands in for its number, unless that has goods of its own.
  for (const state of [...said].sort((a, b) => Number(isLabel(a)) - Number(isLabel(b)))) {
    const number = canonicalNumber(state.number);
    const own = byNumber.get(number);
    byNumber.set(state.number, state);
    byNumber.set(number, own && (own.goods.length > 0 || state.goods.length === 0) ? own : state);
  }
  return byNumber;
}
