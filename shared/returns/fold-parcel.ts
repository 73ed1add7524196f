import type { NumberedAct } from './act.ts';
import { allotUnits } from './allot.ts';
import { type ParcelFact, type ParcelSide, type ParcelStage, parcelSides, parcelStages } from './fact.ts';
import { isParcelFact } from './fact-shape.ts';
import { distinctGoods, receivedAtOf } from './goods.ts';
import type { GoodsFact } from './goods-fact.ts';
import type { Instant } from './instant.ts';
import { type Note, sortNotes } from './note.ts';
import type { ParcelObservation } from './observation.ts';
import type { ParcelLink, ParcelSnapshot } from './parcel.ts';
import { compare, factsNamed, type Statement, statementsOf } from './statement.ts';
import { inspectedOf, reportedUnits, type UnitsBySku } from './units.ts';

type Moved = Extract<ParcelFact, { readonly fact: 'moved' }>;

/**
 * The record of one tracking number, from everything that was said of it. Total and timeless: it never throws, asks no clock,
 * and gives the same for any order and repetition of its inputs.
 */
export function foldParcel(
  number: string,
  observations: readonly ParcelObservation[],
  links: readonly ParcelLink[],
  acts: readonly NumberedAct[],
): ParcelSnapshot {
  const { statements, notes } = statementsOf(observations, isParcelFact);
  const goods = distinctGoods(factsNamed(statements, 'received', 'inspected', 'stocked-in') as Statement<GoodsFact>[]);
  const sorted = [...links].sort((a, b) => compare(a.caseKey, b.caseKey));
  const reported = reportedUnits(goods);
  const allotted = allotUnits(reported, sorted, acts);
  const cases = sorted.filter((link) => link.stands).map((link) => link.caseKey);
  const receivedAt = receivedAtOf(goods);
  return {
    number,
    ...movementOf(factsNamed(statements, 'moved'), goods),
    ...(receivedAt && { receivedAt }),
    goods,
    cases,
    linked: sorted.map((link) => link.caseKey),
    allotment: allotted.allotment,
    shares: Object.fromEntries([...allotted.shares].map(([caseKey, share]) => [caseKey, Object.fromEntries(share)])),
    unclaimed: receivedAt !== undefined && (cases.length === 0 || allotted.allotment === 'not-attributed'),
    notes: sortNotes([...notes, ...allotted.notes, ...goodsNotes(goods, reported)]),
    ...lastOf(
      'updatedAt',
      observations.map((each) => each.receivedAt),
    ),
  };
}

function movementOf(
  moves: readonly Statement<Moved>[],
  goods: readonly GoodsFact[],
): Pick<ParcelSnapshot, 'stage' | 'sides' | 'movedAt' | 'carrier'> {
  const stages = moves.filter(({ fact }) => isStage(fact.stage));
  const ranks = stages.map(({ fact }) => parcelStages.indexOf(fact.stage as ParcelStage));
  const furthest = parcelStages[Math.max(...ranks)] ?? 'numbered';
  const stage = goods.length > 0 ? 'received' : furthest;
  const lastStep = [...stages.map(({ at }) => at), ...goods.map(({ at }) => at)].sort().at(-1) ?? '';
  const sides = parcelSides.filter((side) => moves.some(({ fact, at }) => fact.stage === side && at >= lastStep));
  const carrier = moves.findLast(({ fact }) => fact.carrier)?.fact.carrier;
  return {
    stage,
    sides,
    ...lastOf(
      'movedAt',
      moves.map(({ at }) => at),
    ),
    ...(carrier && { carrier }),
  };
}

function isStage(stage: ParcelStage | ParcelSide): stage is ParcelStage {
  return (parcelStages as readonly string[]).includes(stage);
}

function lastOf<Key extends string>(key: Key, instants: readonly Instant[]): { readonly [K in Key]?: Instant } {
  const last = [...instants].sort().at(-1);
  return (last ? { [key]: last } : {}) as { readonly [K in Key]?: Instant };
}

function goodsNotes(goods: readonly GoodsFact[], reported: UnitsBySku): Note[] {
  if (!goods.some((fact) => fact.fact === 'received' && (fact.lines?.length ?? 0) > 0)) {
    return [];
  }
  return [...reported]
    .filter(([, units]) => inspectedOf(units) > units.received)
    .map(([sku]) => ({ code: 'checked-more-than-received', detail: sku }));
}
