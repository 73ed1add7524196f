import type { GoodsFact } from '../goods/facts.ts';
import { goodsIdOf } from '../goods/goods.ts';
import type { ParcelState } from '../tracking/facts.ts';
import type { CaseSnapshot } from './case.ts';

/**
 * A case as it is kept: of the goods of its parcels, what was reported and how many units of what is not as it should be. All that a report says stands
 * with the parcel, and in the parcel's word to the case; copied into the case, ten parcels of two hundred lines would outgrow an item.
 */
export function keptCase(snapshot: CaseSnapshot): CaseSnapshot {
  return withGoods(snapshot, (state) => keptState(state).goods);
}

/** What a case keeps of a parcel's word. */
export function keptState(state: ParcelState): ParcelState {
  return { ...state, goods: state.goods.map(keptGoods) };
}

/** The same with all that its parcels say. @param states - The latest word of each parcel. */
export function wholeCase(snapshot: CaseSnapshot, states: readonly ParcelState[]): CaseSnapshot {
  const full = new Map(states.flatMap(({ number, goods }) => goods.map((fact) => [nameOf(number, fact), fact])));
  return withGoods(snapshot, ({ number, goods }) => goods.map((fact) => full.get(nameOf(number, fact)) ?? fact));
}

function nameOf(number: string, fact: GoodsFact): string {
  return `${number} ${goodsIdOf(fact)}`;
}

function withGoods(snapshot: CaseSnapshot, goodsIn: (state: ParcelState) => readonly GoodsFact[]): CaseSnapshot {
  const parcels = snapshot.parcels.map(({ state, ...parcel }) => ({
    ...parcel,
    ...(state && { state: { ...state, goods: goodsIn(state) } }),
  }));
  return { ...snapshot, parcels };
}

function keptGoods(fact: GoodsFact): GoodsFact {
  switch (fact.fact) {
    case 'received': {
      const { lines = [], ...rest } = fact;
      // One line says that it was counted.
      return lines.length > 0 ? { ...rest, lines: lines.slice(0, 1) } : rest;
    }
    case 'inspected':
      return { ...fact, lines: fact.lines.filter(({ result, finding }) => result !== 'passed' || finding) };
    case 'stocked-in':
      return { ...fact, lines: [] };
  }
}
