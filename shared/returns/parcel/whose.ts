import type { NumberedAct } from '../acts/acts.ts';
import { type Allotted, allotUnits } from '../goods/allot-units.ts';
import type { GoodsFact } from '../goods/facts.ts';
import { addUnits, noUnits, reportedUnits, type UnitsBySku } from '../goods/units.ts';
import type { Instant } from '../record/instant.ts';
import type { Note } from '../record/note.ts';
import { type Arrival, arrivalsOf, type FirstTimes } from './arrivals.ts';
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
  const arrivals = byPerson(arrivalsOf(goods, links, firstTimes), standing, acts);
  const allotted = [...Map.groupBy(arrivals, keyOf).values()].flatMap((own) => allotTo(own, acts));
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

/**
 * What a person allotted by then is of the cases that the person named, too, whatever their windows hold: the person knows better. Where that is one
 * case's already, it is its own.
 */
function byPerson(
  arrivals: readonly Arrival[],
  standing: readonly ParcelLink[],
  acts: readonly NumberedAct[],
): readonly Arrival[] {
  const allotted = acts.map(({ act }) => act).findLast((act) => act.act === 'allot');
  const named = standing.filter(
    (link) => allotted && Object.hasOwn(allotted.units, link.caseKey) && !hasLeft(link, allotted.at),
  );
  const isMeant = ({ at, holders }: Arrival) =>
    allotted !== undefined &&
    at <= allotted.at &&
    (holders.length === 0 || holders.some((each) => named.includes(each)));
  const meant = arrivals.filter(isMeant);
  const all = new Set([...meant.flatMap(({ holders }) => holders), ...named]);
  const holders = standing.filter((link) => all.has(link));
  return arrivals.map((arrival) => (meant.includes(arrival) ? { ...arrival, holders } : arrival));
}

/** Withdrawn since a person gave it something: that is nobody's until a person looks again. */
function hasLeft({ isWithdrawn, endedAt }: ParcelLink, since: Instant): boolean {
  return isWithdrawn === true && endedAt !== undefined && endedAt > since;
}

function keyOf({ holders }: Arrival): string {
  return JSON.stringify(holders.map(({ caseKey }) => caseKey));
}

/** @param arrivals - All of the same cases. */
function allotTo(arrivals: readonly Arrival[], acts: readonly NumberedAct[]): Allotted[] {
  const holders = arrivals[0]?.holders ?? [];
  if (holders.length === 0) {
    return [];
  }
  const { shares, ...allotted } = allotUnits(reportedUnits(arrivals.flatMap(({ goods }) => goods)), holders, acts);
  // Each of them has a part in it, if only that it waits for one.
  return [{ ...allotted, shares: new Map(holders.map(({ caseKey }) => [caseKey, shares.get(caseKey) ?? new Map()])) }];
}

const ranks: readonly Allotment[] = ['not-attributed', 'awaiting', 'divided', 'sole'];

function leastOf(allotted: readonly Allotted[], none: Allotment): Allotment {
  return ranks.find((rank) => allotted.some(({ allotment }) => allotment === rank)) ?? none;
}

function added(standing: readonly ParcelLink[], allotted: readonly Allotted[]): ReadonlyMap<string, UnitsBySku> {
  return new Map(
    standing.map(({ caseKey }) => {
      const sums = new Map();
      for (const [sku, units] of allotted.flatMap(({ shares }) => [...(shares.get(caseKey) ?? [])])) {
        sums.set(sku, addUnits(sums.get(sku) ?? noUnits, units));
      }
      return [caseKey, sums];
    }),
  );
}
