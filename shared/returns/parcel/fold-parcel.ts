import { readTrackingNumber } from '#shared/identifiers/tracking-number.ts';
import { isAct, type NumberedAct } from '../acts/acts.ts';
import { turnedRoundAt } from '../carrier/movement.ts';
import { expectedOf } from '../goods/expected.ts';
import type { GoodsFact } from '../goods/facts.ts';
import { distinctGoods, goodsIdOf, goodsReports, receivedAtOf } from '../goods/goods.ts';
import { inspectedOf, reportedUnits, type UnitsBySku } from '../goods/units.ts';
import { earliestOf, type Instant, latestOf } from '../record/instant.ts';
import { type Note, sortNotes } from '../record/note.ts';
import { compare, factsNamed, type Statement, statementsOf } from '../record/statement.ts';
import { workOf } from '../work/fold.ts';
import type { FirstTimes } from './arrivals.ts';
import { clocksOf } from './clocks.ts';
import type { ParcelFact, ParcelObservation } from './facts.ts';
import { isParcelFact } from './facts.ts';
import type { ParcelLink, ParcelRules, ParcelSnapshot } from './parcel.ts';
import { ownViews, viewsOf } from './views.ts';
import { movesOfParcel, wayOf } from './way.ts';
import { whoseGoods } from './whose.ts';

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
  const reported = reportedUnits(goods);
  const moves = movesOfParcel(statements);
  const sorted = turnedLinks(links, turnedRoundAt(moves, goods)).toSorted((a, b) => compare(a.caseKey, b.caseKey));
  const taken = acts.filter(({ act }) => isAct(act)).toSorted((a, b) => a.n - b.n);
  const whose = whoseGoods(goods, sorted, taken, firstTimesOf(statements));
  const views = viewsOf({ moves, goods, links: sorted, whose });
  const { allotment, shares, unclaimedSince } = whose;
  const way = wayOf({ number, statements, moves, goods, links: sorted, views, allotment }, rules);
  const receivedAt = receivedAtOf(goods);
  const expected = expectedOf(factsNamed(statements, 'expected'));
  const updatedAt = latestOf([
    ...observations.map((each) => each.receivedAt),
    ...sorted.map((link) => link.knownAt),
    ...taken.map(({ act }) => act.at),
  ]);
  const cases = sorted.filter((link) => link.stands).map((link) => link.caseKey);
  const whole = { ...way, ...(receivedAt && { receivedAt }), goods, allotment, cases };
  return {
    number,
    ...whole,
    ...(expected.length > 0 && { expected }),
    linked: sorted.map((link) => link.caseKey),
    ...allottedIn(taken),
    ...workOf(taken),
    ...ownViews(whole, views),
    shares: Object.fromEntries([...shares].map(([caseKey, share]) => [caseKey, Object.fromEntries(share)])),
    unclaimed: unclaimedSince !== undefined,
    ...(unclaimedSince && { unclaimedSince, ...candidatesOf(number) }),
    ...clocksOf({ number, statements, whose }, rules),
    notes: sortNotes([...notes, ...whose.notes, ...goodsNotes(goods, reported)]),
    ...(updatedAt && { updatedAt }),
  };
}

/** When each report was first made: a later one under its id corrects it. */
function firstTimesOf(statements: readonly Statement<ParcelFact>[]): FirstTimes {
  const times = new Map<string, Instant>();
  for (const { fact, at } of goodsReports(statements)) {
    const id = goodsIdOf(fact);
    times.set(id, earliestOf([times.get(id), at]) ?? at);
  }
  return times;
}

/** A number that the goods went out under and came home under is just that, whoever typed it as another. */
function turnedLinks(links: readonly ParcelLink[], turnedAt: Instant | undefined): ParcelLink[] {
  return links.map((link) => {
    const { isTypedOutbound, ...rest } = link;
    return turnedAt && isTypedOutbound ? { ...rest, isOutbound: true } : link;
  });
}

function allottedIn(acts: readonly NumberedAct[]): Pick<ParcelSnapshot, 'allottedAt'> {
  const allottedAt = latestOf(acts.map(({ act }) => (act.act === 'allot' ? act.at : undefined)));
  return allottedAt ? { allottedAt } : {};
}

function candidatesOf(number: string): Pick<ParcelSnapshot, 'candidates'> {
  const read = readTrackingNumber(number);
  return read.kind === 'number' && read.candidates ? { candidates: read.candidates } : {};
}

function goodsNotes(goods: readonly GoodsFact[], reported: UnitsBySku): Note[] {
  if (!goods.some((fact) => fact.fact === 'received' && (fact.lines?.length ?? 0) > 0)) {
    return [];
  }
  return [...reported]
    .filter(([, units]) => inspectedOf(units) > units.received)
    .map(([sku]) => ({ code: 'checked-more-than-received', detail: sku }));
}
