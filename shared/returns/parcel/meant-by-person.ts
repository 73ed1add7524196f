import type { NumberedAct } from '../acts/acts.ts';
import { type Shares, sharesFit } from '../goods/shares.ts';
import { reportedUnits, wholeUnits } from '../goods/units.ts';
import type { Instant } from '../record/instant.ts';
import type { Arrival } from './arrivals.ts';
import type { ParcelLink } from './parcel.ts';
import { shutAfter } from './window.ts';

/**
 * What had come when a person allotted it is of the cases that the person named, too, whatever their windows hold: the person knows better. Where that is one
 * case's already, it is its own. Of what comes later the person said nothing.
 */
export function meantByPerson(
  arrivals: readonly Arrival[],
  standing: readonly ParcelLink[],
  acts: readonly NumberedAct[],
): readonly Arrival[] {
  const allotted = acts.map(({ act }) => act).findLast((act) => act.act === 'allot');
  const named = standing.filter(({ caseKey }) => allotted && Object.hasOwn(allotted.units, caseKey));
  if (!allotted || named.every((link) => hasLeft(link, allotted.at))) {
    return arrivals;
  }
  const came = arrivals.filter(({ at }) => at <= allotted.at);
  const meant = meantOf(came, named, allotted.units);
  const all = new Set([...meant.flatMap(({ holders }) => holders), ...named]);
  const holders = standing.filter((link) => all.has(link) && !hasLeft(link, allotted.at));
  return arrivals.map((each) => (meant.includes(each) ? { ...each, holders, shares: allotted.units } : each));
}

/** What may be of the cases that a person named; of what nobody owned as much as their shares need, the latest first, with what came of the same parcel. */
function meantOf(came: readonly Arrival[], named: readonly ParcelLink[], shares: Shares): readonly Arrival[] {
  const held = came.filter(({ holders, passedOver }) =>
    [...holders, ...passedOver].some((each) => named.includes(each)),
  );
  const nobodys = came.filter(({ holders }) => holders.length === 0);
  const isEnough = (own: readonly Arrival[]) => own.length > 0 && sharesFit(wholeOf(own), shares);
  const first = isEnough(held)
    ? undefined
    : nobodys.findLast((_each, index) => isEnough([...held, ...nobodys.slice(index)]));
  return [...held, ...nobodys.filter(({ at }) => first && shutAfter(at) >= first.at)];
}

function wholeOf(arrivals: readonly Arrival[]) {
  return wholeUnits(reportedUnits(arrivals.flatMap(({ goods }) => goods)));
}

/** Withdrawn since a person gave it something: that is nobody's until a person looks again. */
function hasLeft({ isWithdrawn, endedAt }: ParcelLink, since: Instant): boolean {
  return isWithdrawn === true && endedAt !== undefined && endedAt > since;
}
