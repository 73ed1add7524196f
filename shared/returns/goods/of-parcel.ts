import { earliestOf, type Instant, latestOf } from '../record/instant.ts';
import type { CaseParcel } from '../tracking/part.ts';
import type { GoodsFact, Units } from './facts.ts';
import { completeUnits } from './units.ts';

/** Something of what came in it is the case's own. Whoever names a parcel alone owns all of it. */
export function holdsOwn({ state }: CaseParcel): boolean {
  const isAny = Object.values(state?.units ?? {}).some((units) => completeUnits(units).received > 0);
  return state?.allotment === 'sole' || isAny;
}

/** Whose the goods are is settled, as far as any came. */
export function isSettled({ state }: CaseParcel): boolean {
  return state?.allotment !== 'awaiting' && state?.allotment !== 'not-attributed';
}

/** What is reported of the case's own goods in a parcel: of one that cases share, only the lines in which its own units have a part. */
export function ownReportsIn({ state }: CaseParcel): readonly GoodsFact[] {
  const { allotment, goods = [], units = {} } = state ?? {};
  if (allotment === 'sole') {
    return goods;
  }
  const isOwn = (line: AnyLine) =>
    Object.hasOwn(units, line.sku) && countedBy(line, completeUnits(units[line.sku] as Units)) > 0;
  const own = goods.map((fact) => ({ ...fact, lines: (fact.lines ?? []).filter(isOwn) }) as GoodsFact);
  return own.filter(({ lines = [] }) => lines.length > 0);
}

type AnyLine = NonNullable<GoodsFact['lines']>[number];

/** How many units there are of what a line says of some. */
function countedBy(line: AnyLine, { received, inspected, stockedIn }: Units): number {
  if ('result' in line) {
    return inspected[line.result];
  }
  return 'condition' in line ? stockedIn[line.condition] : received;
}

/**
 * When some report had been made of each of the parcels, by itself, or by case after it came; undefined while one lacks it, or nobody has said whose it is. A
 * case's only parcel came with what is reported by case; where there is none, that is all there is.
 */
export function everyParcelAt(
  parcels: readonly CaseParcel[],
  byCase: readonly GoodsFact[],
  isSuch: (fact: GoodsFact) => boolean,
): Instant | undefined {
  const direct = byCase.filter(isSuch);
  if (parcels.length === 0) {
    return earliestOf(direct.map(({ at }) => at));
  }
  const times = parcels.map((parcel) => {
    const cameAt = parcel.state?.receivedAt;
    const afterIt = direct.filter(({ at }) => (cameAt ? at >= cameAt : parcels.length === 1));
    const reports = [...(parcel.state?.goods ?? []).filter(isSuch), ...afterIt];
    return isSettled(parcel) ? earliestOf(reports.map(({ at }) => at)) : undefined;
  });
  return times.every((at) => at !== undefined) ? latestOf(times) : undefined;
}
