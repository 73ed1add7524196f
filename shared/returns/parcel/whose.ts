import type { NumberedAct } from '../acts/acts.ts';
import { type Allotted, allotUnits } from '../goods/allot-units.ts';
import type { GoodsFact } from '../goods/facts.ts';
import { reportedUnits, sumUnits, type UnitsBySku } from '../goods/units.ts';
import type { Instant } from '../record/instant.ts';
import type { Note } from '../record/note.ts';
import { type Arrival, arrivalsOf, type FirstTimes } from './arrivals.ts';
import { meantByPerson } from './meant-by-person.ts';
import type { Allotment, ParcelLink } from './parcel.ts';

/** More open cases than this on one number: it is no real number, and counts for none of them. */
const mostCasesOfOneParcel = 10;

/** Whose the goods are that came under a number. */
export interface Whose {
  readonly arrivals: readonly Arrival[];
  /** Over all of them: the least settled. */
  readonly allotment: Allotment;
  readonly allotments: ReadonlyMap<string, Allotment>;
  readonly shares: ReadonlyMap<string, UnitsBySku>;
  readonly notes: readonly Note[];
  /** When the first came that no case counts. */
  readonly unclaimedSince?: Instant;
}

/** @param goods - Oldest first. @param links - By case key. */
export function whoseGoods(
  goods: readonly GoodsFact[],
  links: readonly ParcelLink[],
  acts: readonly NumberedAct[],
  firstTimes: FirstTimes = new Map(),
): Whose {
  const standing = links.filter(({ stands }) => stands);
  if (links.filter(({ open }) => open).length > mostCasesOfOneParcel) {
    return nobodys(goods);
  }
  const arrivals = meantByPerson(arrivalsOf(goods, links, firstTimes), standing, acts);
  const allotted = [...Map.groupBy(arrivals, keyOf).values()].flatMap(allotTo);
  const unclaimed = arrivals.find(({ holders }) => holders.length === 0);
  const none = standing.length === 1 ? 'sole' : 'divided';
  return {
    arrivals,
    allotment: leastOf(allotted, none),
    allotments: new Map(
      standing.map(({ caseKey }) => [
        caseKey,
        leastOf(
          allotted.filter(({ shares }) => shares.has(caseKey)),
          none,
        ),
      ]),
    ),
    shares: added(standing, allotted),
    notes: allotted.flatMap(({ notes }) => notes),
    ...(unclaimed && { unclaimedSince: unclaimed.at }),
  };
}

/** More cases name it than can be: it is no real number, and counts for none of them. */
function nobodys(goods: readonly GoodsFact[]): Whose {
  const [first] = goods;
  return {
    arrivals: arrivalsOf(goods, []),
    allotment: 'not-attributed',
    allotments: new Map(),
    shares: new Map(),
    notes: [],
    ...(first && { unclaimedSince: first.at }),
  };
}

/** By whose they may be. What the only case that can have it got since a person spoke is its own, apart from what that person gave. */
function keyOf({ holders, shares }: Arrival): string {
  const isGiven = holders.length === 1 && shares !== undefined;
  return JSON.stringify([isGiven, ...holders.map(({ caseKey }) => caseKey)]);
}

/** @param arrivals - All of the same cases. Of what came to them since a person gave some of it, a person says it again. */
function allotTo(arrivals: readonly Arrival[]): Allotted[] {
  const holders = arrivals[0]?.holders ?? [];
  if (holders.length === 0) {
    return [];
  }
  const given = arrivals.find((each) => each.shares)?.shares;
  const { shares, ...allotted } = allotUnits(reportedUnits(arrivals.flatMap(({ goods }) => goods)), holders, given);
  // Each of them has a part in it, if only that it waits for one.
  return [{ ...allotted, shares: new Map(holders.map(({ caseKey }) => [caseKey, shares.get(caseKey) ?? new Map()])) }];
}

const ranks: readonly Allotment[] = ['not-attributed', 'awaiting', 'divided', 'sole'];

function leastOf(allotted: readonly Allotted[], none: Allotment): Allotment {
  return ranks.find((rank) => allotted.some(({ allotment }) => allotment === rank)) ?? none;
}

function added(standing: readonly ParcelLink[], allotted: readonly Allotted[]): ReadonlyMap<string, UnitsBySku> {
  return new Map(
    standing.map(({ caseKey }) => [caseKey, sumUnits(allotted.flatMap(({ shares }) => shares.get(caseKey) ?? []))]),
  );
}
