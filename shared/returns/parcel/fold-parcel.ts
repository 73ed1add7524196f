import { readTrackingNumber } from '#shared/identifiers/tracking-number.ts';
import { isAct, type NumberedAct } from '../acts/acts.ts';
import { followingOf } from '../carrier/following.ts';
import { movementOf } from '../carrier/movement.ts';
import { feedCarrierOf, latestRoutes } from '../carrier/route.ts';
import { parcelDeadlinesOf } from '../deadlines/fold.ts';
import { nextStrikeAtOf } from '../deadlines/strikes.ts';
import { allotUnits } from '../goods/allot-units.ts';
import { expectedOf } from '../goods/expected.ts';
import type { GoodsFact } from '../goods/facts.ts';
import { distinctGoods, goodsReports, receivedAtOf } from '../goods/goods.ts';
import { inspectedOf, reportedUnits, type UnitsBySku } from '../goods/units.ts';
import type { Instant } from '../record/instant.ts';
import { type Note, sortNotes } from '../record/note.ts';
import { compare, factsNamed, type Statement, statementsOf } from '../record/statement.ts';
import type { ParcelFact, ParcelObservation } from './facts.ts';
import { isParcelFact } from './facts.ts';
import type { Allotment, ParcelLink, ParcelRules, ParcelSnapshot } from './parcel.ts';

/**
 * The record of one tracking number, from everything that was said of it. Total and timeless: it never throws, asks no clock,
 * and gives the same for any order and repetition of its inputs.
 */
export function foldParcel(
  number: string,
  observations: readonly ParcelObservation[],
  links: readonly ParcelLink[],
  acts: readonly NumberedAct[],
  rules: ParcelRules,
): ParcelSnapshot {
  const { statements, notes } = statementsOf(observations, isParcelFact);
  const goods = distinctGoods(goodsReports(statements));
  const sorted = [...links].sort((a, b) => compare(a.caseKey, b.caseKey));
  const reported = reportedUnits(goods);
  const taken = acts.filter(({ act }) => isAct(act));
  const allotted = allotUnits(reported, sorted, taken);
  const cases = sorted.filter((link) => link.stands).map((link) => link.caseKey);
  const receivedAt = receivedAtOf(goods);
  const expected = expectedOf(factsNamed(statements, 'expected'));
  const unclaimed = receivedAt !== undefined && (cases.length === 0 || allotted.allotment === 'not-attributed');
  const updatedAt = lastOf([...observations.map((each) => each.receivedAt), ...sorted.map((link) => link.knownAt)]);
  return {
    number,
    ...wayOf({ number, statements, goods, links: sorted, allotment: allotted.allotment }, rules),
    ...(expected.length > 0 && { expected }),
    ...(receivedAt && { receivedAt }),
    goods,
    cases,
    linked: sorted.map((link) => link.caseKey),
    allotment: allotted.allotment,
    shares: Object.fromEntries([...allotted.shares].map(([caseKey, share]) => [caseKey, Object.fromEntries(share)])),
    unclaimed,
    ...(unclaimed && candidatesOf(number)),
    ...clocksOf({ number, statements, links: sorted, unclaimed }, rules),
    notes: sortNotes([...notes, ...allotted.notes, ...goodsNotes(goods, reported)]),
    ...(updatedAt && { updatedAt }),
  };
}

function candidatesOf(number: string): Pick<ParcelSnapshot, 'candidates'> {
  const read = readTrackingNumber(number);
  return read.kind === 'number' && read.candidates ? { candidates: read.candidates } : {};
}

interface ClockBasis {
  readonly number: string;
  readonly statements: readonly Statement<ParcelFact>[];
  readonly links: readonly ParcelLink[];
  readonly unclaimed: boolean;
}

function clocksOf(
  { number, statements, links, unclaimed }: ClockBasis,
  rules: ParcelRules,
): Pick<ParcelSnapshot, 'deadlines' | 'nextStrikeAt'> {
  const cameAt = firstOf(goodsReports(statements).map((each) => each.receivedAt));
  const claimedAt = firstOf(links.filter(({ stands }) => stands).map(({ knownAt }) => knownAt));
  const basis = { number, unclaimed, ...(cameAt && { cameAt }), ...(claimedAt && { claimedAt }) };
  const deadlines = parcelDeadlinesOf(basis, statements, rules.deadlines);
  const nextStrikeAt = nextStrikeAtOf(deadlines);
  return {
    ...(Object.keys(deadlines).length > 0 && { deadlines }),
    ...(nextStrikeAt && { nextStrikeAt }),
  };
}

function firstOf(instants: readonly (Instant | undefined)[]): Instant | undefined {
  return instants.filter((at) => at !== undefined).sort()[0];
}

function lastOf(instants: readonly (Instant | undefined)[]): Instant | undefined {
  return instants
    .filter((at) => at !== undefined)
    .sort()
    .at(-1);
}

interface WayBasis {
  readonly number: string;
  readonly statements: readonly Statement<ParcelFact>[];
  readonly goods: readonly GoodsFact[];
  readonly links: readonly ParcelLink[];
  readonly allotment: Allotment;
}

type Way = Pick<
  ParcelSnapshot,
  'carrier' | 'feedCarrier' | 'stage' | 'sides' | 'movedAt' | 'following' | 'untrackedSince'
>;

/** Where the parcel is, with whom, and who follows it there. */
function wayOf({ number, statements, goods, links, allotment }: WayBasis, rules: ParcelRules): Way {
  const moved = factsNamed(statements, 'moved');
  const routes = latestRoutes(factsNamed(statements, 'route'));
  const answers = factsNamed(statements, 'follow-answered');
  const movement = movementOf(moved, routes, goods);
  const isAwaited = allotment !== 'not-attributed' && movement.stage !== 'delivered' && movement.stage !== 'received';
  const waiting = isAwaited ? links.filter((link) => link.stands && link.open) : [];
  const feedCarrier = feedCarrierOf(routes);
  const carrier = feedCarrier ?? moved.findLast(({ fact }) => fact.carrier)?.fact.carrier;
  const asked = feedCarrier ?? waiting.find((link) => link.carrier)?.carrier ?? carrier;
  const following = followingOf({ number, route: routes.at(-1), answers, waiting, carrier: asked }, rules);
  const isLeft = waiting.length > 0 && (following?.state === 'aborted' || following?.state === 'refused');
  return {
    ...movement,
    ...(carrier && { carrier }),
    ...(feedCarrier && { feedCarrier }),
    ...(following && { following }),
    ...(isLeft && following?.since && { untrackedSince: following.since }),
  };
}

function goodsNotes(goods: readonly GoodsFact[], reported: UnitsBySku): Note[] {
  if (!goods.some((fact) => fact.fact === 'received' && (fact.lines?.length ?? 0) > 0)) {
    return [];
  }
  return [...reported]
    .filter(([, units]) => inspectedOf(units) > units.received)
    .map(([sku]) => ({ code: 'checked-more-than-received', detail: sku }));
}
