import type { CaseSnapshot } from '#shared/returns/case/case.ts';
import { compareAnswers } from './compare-answers.ts';
import { type CaseSides, compareCase } from './compare-case.ts';
import { compareFeed, type FollowedLane } from './compare-feed.ts';
import { compareOrders, type OrderedLane } from './compare-orders.ts';
import type { Difference } from './difference.ts';
import type { Lived } from './run-lane.ts';

export type ComparedLane = OrderedLane & FollowedLane;

export interface Compared {
  readonly lane: ComparedLane;
  readonly lived: Pick<Lived, 'lives' | 'dock'>;
  /** Sets the run's tracking numbers apart. */
  readonly run: string;
  /** What Backhaul has, by the shop's own case id. */
  readonly snapshots: ReadonlyMap<string, CaseSnapshot>;
}

/** Every case in the simulators against every case in Backhaul, and every order and every subscription that Backhaul made against what is true of it. */
export function compareLane(compared: Compared): Difference[] {
  const { lane, lived, snapshots } = compared;
  const cases = lived.lives.flatMap((life) => {
    const snapshot = snapshots.get(life.id);
    const sides: CaseSides = { lane, life, dock: lived.dock };
    return snapshot
      ? [...compareCase(sides, snapshot), ...compareAnswers(sides, snapshot)]
      : [{ about: `${life.life} ${life.id}`, what: 'Backhaul has no such case' }];
  });
  return [...cases, ...compareOrders(compared), ...compareFeed(compared)];
}
