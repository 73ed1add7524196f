import type { ParcelDeadlineBasis } from '../deadlines/clock.ts';
import { parcelDeadlinesOf } from '../deadlines/fold.ts';
import { nextStrikeAtOf } from '../deadlines/strikes.ts';
import { goodsIdOf, goodsReports } from '../goods/goods.ts';
import { earliestOf } from '../record/instant.ts';
import type { Statement } from '../record/statement.ts';
import type { ParcelFact } from './facts.ts';
import type { ParcelRules, ParcelSnapshot } from './parcel.ts';
import type { Whose } from './whose.ts';

interface ClockBasis {
  readonly number: string;
  readonly statements: readonly Statement<ParcelFact>[];
  readonly whose: Whose;
}

/** The clocks of goods under a number that no case counts. */
export function clocksOf(
  { number, statements, whose }: ClockBasis,
  rules: ParcelRules,
): Pick<ParcelSnapshot, 'deadlines' | 'nextStrikeAt'> {
  const basis = { number, unclaimed: whose.unclaimedSince !== undefined, ...claimOf(statements, whose) };
  const deadlines = parcelDeadlinesOf(basis, statements, rules);
  const nextStrikeAt = nextStrikeAtOf(deadlines);
  return {
    ...(Object.keys(deadlines).length > 0 && { deadlines }),
    ...(nextStrikeAt && { nextStrikeAt }),
  };
}

/** When we heard of the goods that nobody counts; where there are none, of those that a case counted later than they came. */
function claimOf(
  statements: readonly Statement<ParcelFact>[],
  { arrivals, unclaimedSince }: Whose,
): Pick<ParcelDeadlineBasis, 'cameAt' | 'claimedAt'> {
  const claims = arrivals.map(({ goods, holders }) => {
    const ids = new Set(goods.map(goodsIdOf));
    const reports = goodsReports(statements).filter(({ fact }) => ids.has(goodsIdOf(fact)));
    return {
      isHeld: holders.length > 0,
      cameAt: earliestOf(reports.map(({ receivedAt }) => receivedAt)),
      claimedAt: earliestOf(holders.map(({ knownAt }) => knownAt)),
    };
  });
  const own = unclaimedSince
    ? claims.find(({ isHeld }) => !isHeld)
    : claims.find(({ cameAt, claimedAt }) => cameAt && claimedAt && claimedAt > cameAt);
  return { ...(own?.cameAt && { cameAt: own.cameAt }), ...(own?.claimedAt && { claimedAt: own.claimedAt }) };
}
