import type { GoodsFact } from '../goods/facts.ts';
import type { ParcelSnapshot } from '../parcel/parcel.ts';
import { earliestOf, type Instant, latestOf } from '../record/instant.ts';
import type { Statement } from '../record/statement.ts';
import type { Move, MovedFact, RouteFact } from './facts.ts';
import { type ParcelSide, type ParcelStage, parcelSides, parcelStages } from './parcel-stages.ts';

/** Where the parcel is: the furthest stage by its rank, the side states since its last step, and when it last moved. */
export type Movement = Pick<ParcelSnapshot, 'stage' | 'sides' | 'movedAt' | 'deliveredAt'>;

/** All moves that count: those told one by one, and those of each sender's latest route. */
export function movesIn(moved: readonly Statement<MovedFact>[], routes: readonly Statement<RouteFact>[]): Move[] {
  return [...moved.map(({ fact: { at, stage } }) => ({ at, stage })), ...routes.flatMap(movesOf)];
}

/**
 * Of goods that are sent to us. What is delivered after the parcel went back to its sender is delivered to the sender; and it stays sent back,
 * however it moves, until goods came all the same.
 */
export function movementOf(moves: readonly Move[], goods: readonly GoodsFact[]): Movement {
  const backAt = sentBackAt(moves);
  const counted = moves.filter(({ stage, at }) => stage !== 'delivered' || !backAt || at < backAt);
  return {
    stage: goods.length > 0 ? 'received' : furthestOf(counted, 'numbered'),
    ...sidesOf(counted, goods, backAt),
    ...deliveredIn(counted),
  };
}

/** Of goods that went out to the buyer: once they turned round, the stages are those of their way back to us, and what is delivered is delivered to us. */
export function outboundMovement(moves: readonly Move[], goods: readonly GoodsFact[]): Movement {
  const turnedAt = turnedRoundAt(moves, goods);
  const sides = sidesOf(moves, goods, sentBackAt(moves));
  const back = moves.filter(({ at }) => turnedAt && at >= turnedAt);
  const stage = turnedAt ? furthestOf(back, 'in-transit') : furthestOf(moves, 'numbered');
  return { stage: goods.length > 0 ? 'received' : stage, ...sides, ...deliveredIn(back) };
}

/** When it was first signed for. */
function deliveredIn(moves: readonly Move[]): Pick<Movement, 'deliveredAt'> {
  const deliveredAt = earliestOf(timesOf(moves, 'delivered'));
  return deliveredAt ? { deliveredAt } : {};
}

/** When goods that went out came on their way back: sent back, or refused at the door and not handed over since. */
export function turnedRoundAt(moves: readonly Move[], goods: readonly GoodsFact[]): Instant | undefined {
  const isRefused = sidesOf(moves, goods, undefined).sides.includes('refused');
  return sentBackAt(moves) ?? (isRefused ? latestOf(timesOf(moves, 'refused')) : undefined);
}

function sentBackAt(moves: readonly Move[]): Instant | undefined {
  return earliestOf(timesOf(moves, 'returned-to-sender'));
}

function furthestOf(moves: readonly Move[], least: ParcelStage): ParcelStage {
  const ranks = moves.flatMap(({ stage }) => (isStage(stage) ? [parcelStages.indexOf(stage)] : []));
  return parcelStages[Math.max(parcelStages.indexOf(least), ...ranks)] ?? least;
}

function sidesOf(
  moves: readonly Move[],
  goods: readonly GoodsFact[],
  backAt: Instant | undefined,
): Pick<Movement, 'sides' | 'movedAt'> {
  const lastGoods = lastOf(goods);
  const lastStep = lastOf([...moves.filter(({ stage }) => isStage(stage)), ...goods]) ?? '';
  const isSentBack = backAt !== undefined && (!lastGoods || backAt >= lastGoods);
  const movedAt = lastOf(moves);
  return {
    sides: parcelSides.filter((side) =>
      side === 'returned-to-sender' && isSentBack
        ? true
        : moves.some(({ stage, at }) => stage === side && at >= lastStep),
    ),
    ...(movedAt && { movedAt }),
  };
}

function timesOf(moves: readonly Move[], wanted: Move['stage']): Instant[] {
  return moves.filter(({ stage }) => stage === wanted).map(({ at }) => at);
}

function lastOf(dated: readonly { readonly at: Instant }[]): Instant | undefined {
  return latestOf(dated.map(({ at }) => at));
}

/** A move later than our receipt of it counts as of the receipt. */
export function movesOf({ fact, receivedAt }: Pick<Statement<RouteFact>, 'fact' | 'receivedAt'>): Move[] {
  return fact.moves.map((move) => (move.at > receivedAt ? { ...move, at: receivedAt } : move));
}

function isStage(stage: ParcelStage | ParcelSide): stage is ParcelStage {
  return (parcelStages as readonly string[]).includes(stage);
}
