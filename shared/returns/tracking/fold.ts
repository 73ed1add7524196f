import { canonicalNumber } from '#shared/identifiers/tracking-number.ts';
import type { CaseSnapshot } from '../case/case.ts';
import type { CaseFact } from '../case/facts.ts';
import { isTrivialState } from '../parcel/parcel-state.ts';
import { earliestOf, type Instant } from '../record/instant.ts';
import type { Note } from '../record/note.ts';
import { compare, factsNamed, type Statement } from '../record/statement.ts';
import type { ParcelState } from './facts.ts';
import { isOpen } from './links.ts';
import type { CaseParcel } from './part.ts';

type Numbers = Statement<Extract<CaseFact, { readonly fact: 'tracking' | 'outbound' }>>;

/**
 * Every number that the case ever named, the first named first, and whether its goods are on their way to us: of one for goods that come back
 * whether the latest word on it still names it, of one under which they went out whether they turned round. A sender's list of all numbers takes away
 * those of its own earlier ones that it leaves out.
 *
 * @param askedAt - When the case was asked for, where that is known.
 */
export function parcelsOf(statements: readonly Statement<CaseFact>[], askedAt?: Instant): CaseParcel[] {
  const tracking = factsNamed(statements, 'tracking').map((each) => inCanonicalForm(each));
  const outbound = factsNamed(statements, 'outbound').map((each) => inCanonicalForm(each));
  const states = parcelStates(statements);
  const sentOut = sentOutOf(outbound);
  const back = numbersIn(tracking).map((number): CaseParcel => {
    const isTypedOutbound = sentOut.has(number);
    const state = isTypedOutbound ? sinceAsked(states.get(number), askedAt) : states.get(number);
    return { ...parcelOf(number, tracking, state), ...(isTypedOutbound && { isTypedOutbound }) };
  });
  const isStopped = factsNamed(statements, 'shipment-stopped').some(({ fact }) => fact.ok);
  const known = new Set(back.map(({ number }) => number));
  const out = numbersIn(outbound)
    .filter((number) => !known.has(number))
    .map((number): CaseParcel => {
      const parcel = outboundOf(number, outbound, states.get(number), isStopped);
      return sentOut.has(number) ? parcel : { ...parcel, stands: false, isGone: true };
    });
  return [...back, ...out].sort((a, b) => compare(a.statedAt, b.statedAt) || compare(a.number, b.number));
}

/** Of a number that the goods went out under, what it says of their way to the buyer is left out: until its record answers the case anew, or they turned round. */
function sinceAsked(state: ParcelState | undefined, askedAt: Instant | undefined): ParcelState | undefined {
  const { deliveredAt, movedAt } = state ?? {};
  const before = deliveredAt ?? movedAt;
  if (!state || !askedAt || !before || before >= askedAt || state.sides.some(isTurn)) {
    return state;
  }
  const { deliveredAt: _delivered, movedAt: _moved, ...rest } = state;
  return { ...rest, stage: state.goods.length > 0 ? 'received' : 'numbered', sides: [] };
}

/** Earlier releases took labels for numbers: what they kept is read as it would be today. */
export function inCanonicalForm<Each extends Numbers>(statement: Each): Each {
  const { fact } = statement;
  const numbers = fact.numbers.map((each) => ({ ...each, number: canonicalNumber(each.number) }));
  const replaces = 'replaces' in fact && fact.replaces && { replaces: fact.replaces.map(canonicalNumber) };
  return { ...statement, fact: { ...fact, numbers, ...replaces } };
}

function numbersIn(words: readonly Numbers[]): string[] {
  return [...new Set(words.flatMap(({ fact }) => fact.numbers.map(({ number }) => number)))];
}

/** The numbers under which the goods went out, by the latest word on each. */
function sentOutOf(outbound: readonly Numbers[]): ReadonlySet<string> {
  return new Set(numbersIn(outbound).filter((number) => standsIn(number, outbound)));
}

function standsIn(number: string, words: readonly Numbers[]): boolean {
  const origins = new Set(words.filter((each) => names(each, number)).map(({ fact }) => fact.origin));
  const last = words.findLast((each) => names(each, number) || takesAway(each, number, origins));
  return last !== undefined && names(last, number);
}

function parcelOf(number: string, words: readonly Numbers[], state: ParcelState | undefined): CaseParcel {
  const naming = words.filter((each) => names(each, number));
  const statedCarrier = naming
    .map(({ fact }) => fact.numbers.find((each) => each.number === number)?.carrier)
    .findLast((each) => each);
  const carrier = state?.feedCarrier ?? statedCarrier ?? state?.carrier;
  const statedAt = earliestOf(naming.map(({ at }) => at));
  const knownAt = earliestOf(naming.map(({ receivedAt }) => receivedAt));
  return {
    number,
    statedAt: statedAt ?? ('' as never),
    ...(knownAt && { knownAt }),
    stands: standsIn(number, words),
    ...(carrier && { carrier }),
    ...(statedCarrier && { statedCarrier }),
    ...(state && { state }),
  };
}

/** Its goods come back once it was refused, sent back or intercepted, or came to a warehouse. */
function outboundOf(
  number: string,
  outbound: readonly Numbers[],
  state: ParcelState | undefined,
  isStopped: boolean,
): CaseParcel {
  const turned = state && (state.goods.length > 0 || state.sides.some(isTurn) || (isStopped && state.movedAt));
  return { ...parcelOf(number, outbound, state), stands: Boolean(turned), isOutbound: true };
}

function isTurn(side: ParcelState['sides'][number]): boolean {
  return side === 'refused' || side === 'returned-to-sender';
}

/** Numbers that the open case waits for and that no feed follows, and senders whose latest word on numbers cannot be read. */
export function trackingNotes(
  basis: Pick<CaseSnapshot, 'closedAt' | 'decision' | 'parcels'>,
  statements: readonly Statement<CaseFact>[],
): Note[] {
  const standing = basis.parcels.filter(({ stands }) => stands);
  const whoseNotes = standing.flatMap(numberNotes);
  if (!isOpen(basis)) {
    return whoseNotes;
  }
  const untracked = standing.filter(({ state }) => state?.untrackedSince);
  const sentBack = standing.filter(
    ({ isOutbound, isTypedOutbound, state }) =>
      !isOutbound && !isTypedOutbound && state?.sides.includes('returned-to-sender'),
  );
  return [
    ...whoseNotes,
    ...sentBack.map(({ number }): Note => ({ code: 'parcel-sent-back', detail: number })),
    ...untracked.map(({ number }): Note => ({ code: 'parcel-untracked', detail: number })),
    ...unreadableSenders(statements).map((from): Note => ({ code: 'tracking-unreadable', detail: from })),
  ];
}

/** What a number is besides, as far as anybody has to know: also of a case that is closed, since goods come back all the same. */
function numberNotes({ number, state, isOutbound, isTypedOutbound }: CaseParcel): Note[] {
  const isComing = isOutbound && state?.goods.length === 0;
  const notes: [boolean | undefined, Note['code']][] = [
    [state?.isUsedBefore && !isTypedOutbound, 'number-used-before'],
    [isTypedOutbound, 'outbound-number-typed'],
    [state?.isShared, 'number-on-several-cases'],
    [isComing, 'outbound-comes-back'],
  ];
  return notes.filter(([holds]) => holds).map(([, code]) => ({ code, detail: number }));
}

function unreadableSenders(statements: readonly Statement<CaseFact>[]): string[] {
  const words = factsNamed(statements, 'tracking', 'tracking-unreadable');
  const latest = new Map(words.map(({ from, fact }) => [from, fact.fact]));
  return [...latest].filter(([, word]) => word === 'tracking-unreadable').map(([from]) => from);
}

function names({ fact }: Numbers, number: string): boolean {
  return fact.numbers.some((each) => each.number === number);
}

function takesAway({ fact }: Numbers, number: string, origins: ReadonlySet<string>): boolean {
  const replaces = 'replaces' in fact ? fact.replaces : undefined;
  return (replaces ?? []).includes(number) || (fact.whole === true && origins.has(fact.origin));
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
