import type { Expected, SkuQuantity } from '../goods/facts.ts';
import type { CaseParcel } from '../tracking/part.ts';
import { type PlannedPreAdvice, translate } from './pre-advice.ts';

type Sums = ReadonlyMap<string, number>;

/** What a warehouse expects in one parcel of a case; without sums where it names no lines. */
interface Said {
  readonly number: string;
  /** The case is the only one that names the parcel, so what is expected in it is all for this case. */
  readonly isSole: boolean;
  /** Another warehouse expects it. */
  readonly isElsewhere: boolean;
  readonly sums?: Sums;
}

/**
 * The parcels of which a warehouse expects something else than the case says, by its own word: the parcel elsewhere, or other goods.
 * What is in which of several parcels nobody knows, so they are added up; of a parcel that holds goods of other cases, too, only the
 * SKUs are looked at.
 * @param planned - Of one case, at one warehouse that somebody else tells.
 */
export function differingNumbers(planned: readonly PlannedPreAdvice[], parcels: readonly CaseParcel[]): string[] {
  const said = planned.map((plan) => saidOf(plan, parcels));
  const whole = sumsOf(planned.flatMap(({ content }) => content.lines));
  const isGoodsDifferent = isDifferent(said, whole);
  return said.filter(({ isElsewhere, sums }) => isElsewhere || (isGoodsDifferent && sums)).map(({ number }) => number);
}

function saidOf({ content, rules }: PlannedPreAdvice, parcels: readonly CaseParcel[]): Said {
  const { warehouseId, trackingNumber } = content;
  const { expected = [], allotment } = parcels.find(({ number }) => number === trackingNumber)?.state ?? {};
  const own = expected.filter((each) => each.warehouseId === warehouseId);
  const sums = sumsSaid(own, rules.skuMap);
  return {
    number: trackingNumber,
    isSole: allotment === 'sole',
    // Once the right warehouse expects the parcel, what others expect does not matter any more.
    isElsewhere: own.length === 0 && expected.length > 0,
    ...(sums && { sums }),
  };
}

/** Over all orders that the warehouse has for the parcel. */
function sumsSaid(own: readonly Expected[], skuMap: Readonly<Record<string, string>>): Sums | undefined {
  const lines = own.flatMap((each) => each.lines ?? []);
  return own.some((each) => each.lines)
    ? sumsOf(lines.map(({ sku, quantity }) => ({ sku: translate(skuMap, sku), quantity })))
    : undefined;
}

/** More than the case has, or, once the warehouse said it of every parcel, less. */
function isDifferent(said: readonly Said[], whole: Sums): boolean {
  const sole = added(said.filter(({ isSole }) => isSole));
  const isTooMuch = [...sole].some(([sku, quantity]) => quantity > (whole.get(sku) ?? 0));
  return isTooMuch || (said.every(({ sums }) => sums) && isTooLittle(said, whole));
}

function isTooLittle(said: readonly Said[], whole: Sums): boolean {
  const isShared = said.some(({ isSole }) => !isSole);
  const all = added(said);
  return [...whole].some(([sku, quantity]) => (isShared ? !all.has(sku) : quantity > (all.get(sku) ?? 0)));
}

function added(said: readonly Said[]): Sums {
  return sumsOf(said.flatMap(({ sums }) => [...(sums ?? [])].map(([sku, quantity]) => ({ sku, quantity }))));
}

function sumsOf(lines: readonly SkuQuantity[]): Sums {
  const sums = new Map<string, number>();
  for (const { sku, quantity } of lines.filter((line) => line.quantity > 0)) {
    sums.set(sku, (sums.get(sku) ?? 0) + quantity);
  }
  return sums;
}
