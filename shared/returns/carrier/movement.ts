import type { GoodsFact } from '../goods/facts.ts';
import type { ParcelSnapshot } from '../parcel/parcel.ts';
import type { Statement } from '../record/statement.ts';
import type { Move, MovedFact, RouteFact } from './facts.ts';
import { type ParcelSide, type ParcelStage, parcelSides, parcelStages } from './parcel-stages.ts';

/** Where the parcel is: the furthest stage by its rank, the side states since its last step, and when it last moved. */
export function movementOf(
  moved: readonly Statement<MovedFact>[],
  routes: readonly Statement<RouteFact>[],
  goods: readonly GoodsFact[],
): Pick<ParcelSnapshot, 'stage' | 'sides' | 'movedAt'> {
  const moves = [...moved.map(({ fact }) => fact), ...routes.flatMap(movesOf)];
  const steps = moves.filter(({ stage }) => isStage(stage));
  const ranks = steps.map(({ stage }) => parcelStages.indexOf(stage as ParcelStage));
  const furthest = parcelStages[Math.max(...ranks)] ?? 'numbered';
  const lastStep =
    [...steps, ...goods]
      .map(({ at }) => at)
      .sort()
      .at(-1) ?? '';
  const movedAt = moves
    .map(({ at }) => at)
    .sort()
    .at(-1);
  return {
    stage: goods.length > 0 ? 'received' : furthest,
    sides: parcelSides.filter((side) => moves.some(({ stage, at }) => stage === side && at >= lastStep)),
    ...(movedAt && { movedAt }),
  };
}

/** A move later than our receipt of it counts as of the receipt. */
export function movesOf({ fact, receivedAt }: Pick<Statement<RouteFact>, 'fact' | 'receivedAt'>): Move[] {
  return fact.moves.map((move) => (move.at > receivedAt ? { ...move, at: receivedAt } : move));
}

function isStage(stage: ParcelStage | ParcelSide): stage is ParcelStage {
  return (parcelStages as readonly string[]).includes(stage);
}
