import type { CaseDetails } from '../opening/facts.ts';
import type { Note } from '../record/note.ts';
import { compare } from '../record/statement.ts';
import type { CaseParcel } from '../tracking/part.ts';
import { standingParcels } from '../tracking/standing.ts';
import type { GoodsFact, Units } from './facts.ts';
import { goodsIdOf, isLastCheck, isWholeCount } from './goods.ts';
import { everyParcelAt, holdsOwn, isSettled } from './of-parcel.ts';
import type { CaseGoods, Quality } from './part.ts';
import { addUnits, completeUnits, inspectedOf, noUnits, reportedUnits, sumUnits } from './units.ts';

/** The parcels whose goods are this case's own. */
export function countedParcels(parcels: readonly CaseParcel[]): CaseParcel[] {
  return standingParcels(parcels).filter(({ state }) => state);
}

/** What was reported by case, less what a counted parcel reports under the same id: said twice, it came once. */
export function countedByCase(directGoods: readonly GoodsFact[], parcels: readonly CaseParcel[]): GoodsFact[] {
  const byNumber = new Set(countedParcels(parcels).flatMap(({ state }) => (state?.goods ?? []).map(goodsIdOf)));
  return directGoods.filter((fact) => !byNumber.has(goodsIdOf(fact)));
}

/** Units by SKU, in order of SKU, over all counted parcels and what was reported by case. */
export function goodsOf(
  details: CaseDetails,
  parcels: readonly CaseParcel[],
  directGoods: readonly GoodsFact[],
): CaseGoods[] {
  const byNumber = countedParcels(parcels).map(({ state }) => new Map(Object.entries(state?.units ?? {})));
  const reported = sumUnits([reportedUnits(countedByCase(directGoods, parcels)), ...byNumber]);
  const expected = new Map<string, number>();
  for (const line of details.lines ?? []) {
    expected.set(line.sku, (expected.get(line.sku) ?? 0) + line.quantity);
  }
  const isCounted = isAllCounted(parcels, directGoods);
  return [...new Set([...expected.keys(), ...reported.keys()])]
    .sort(compare)
    .map((sku) => goodsOfSku(sku, expected.get(sku), completeUnits(reported.get(sku) ?? noUnits), isCounted));
}

/** All that was sent has come, and the warehouse has said what is in it. */
function isAllCounted(parcels: readonly CaseParcel[], directGoods: readonly GoodsFact[]): boolean {
  const standing = parcels.filter(({ stands }) => stands);
  return everyParcelAt(standing, directGoods, isWholeCount) !== undefined;
}

function goodsOfSku(sku: string, expected: number | undefined, units: Units, isCounted: boolean): CaseGoods {
  const surplus = Math.max(0, units.received - (expected ?? 0));
  return {
    sku,
    expected: expected ?? 0,
    received: units.received,
    over: expected === undefined ? 0 : surplus,
    short: isCounted ? Math.max(0, (expected ?? 0) - units.received) : 0,
    unexpected: expected === undefined ? surplus : 0,
    inspected: units.inspected,
    stockedIn: units.stockedIn,
  };
}

/** How far the warehouses are with checking, whatever they found. */
export type CheckProgress = 'none' | 'waiting' | 'under-way' | 'done';

/**
 * Under way while some parcel, or what is reported by case, was checked in part only. The check of a parcel in which nothing is the case's own is none of it, unless all that was
 * sent was counted: then it found that nothing came.
 */
export function checkProgressOf(parcels: readonly CaseParcel[], directGoods: readonly GoodsFact[]): CheckProgress {
  const settled = countedParcels(parcels).filter(isSettled);
  const own = settled.filter(holdsOwn);
  const looked = own.length === 0 && isAllCounted(parcels, directGoods) ? settled : own;
  const reports = [countedByCase(directGoods, parcels), ...looked.map(({ state }) => state?.goods ?? [])];
  const checked = reports.filter((goods) => goods.some(({ fact }) => fact !== 'received'));
  if (checked.length > 0) {
    return checked.every((goods) => goods.some(isLastCheck)) ? 'done' : 'under-way';
  }
  const hasCome = parcels.some(({ stands, state }) => stands && state?.receivedAt !== undefined);
  return directGoods.length > 0 || hasCome ? 'waiting' : 'none';
}

/** Where the quality check stands, over all units. A check that found nothing at all failed. */
export function qualityOf(goods: readonly CaseGoods[], progress: CheckProgress): Quality {
  const units = goods.reduce<Units>((sum, each) => addUnits(sum, each), noUnits);
  const inspected = inspectedOf(units);
  if (progress === 'none' || progress === 'waiting') {
    return progress;
  }
  if (progress === 'under-way' || inspected < units.received) {
    return 'in-check';
  }
  if (inspected === 0 || units.inspected.failed > 0) {
    return 'failed';
  }
  return units.inspected['passed-with-deduction'] > 0 ? 'passed-with-deduction' : 'passed';
}

/** All that came so far was checked, whatever was found. */
export function isChecked(quality: Quality): boolean {
  return quality !== 'none' && quality !== 'waiting' && quality !== 'in-check';
}

/** What does not add up in the goods, for a person to see. */
export function goodsNotes(goods: readonly CaseGoods[], parcels: readonly CaseParcel[], details: CaseDetails): Note[] {
  const areLinesKnown = (details.lines ?? []).length > 0;
  const surplus = goods.filter((each) => areLinesKnown && each.over + each.unexpected > 0);
  return [
    ...goods.filter(({ short }) => short > 0).map(({ sku }): Note => ({ code: 'goods-short', detail: sku })),
    ...surplus.map(({ over, sku }): Note => ({ code: over > 0 ? 'goods-over' : 'goods-unexpected', detail: sku })),
    ...parcels.flatMap(parcelNotes),
  ];
}

function parcelNotes({ number, stands, state }: CaseParcel): Note[] {
  if (!state || state.goods.length === 0) {
    return [];
  }
  if (!stands) {
    return [{ code: 'goods-on-replaced-number', detail: number }];
  }
  const unread = state.goods.flatMap((fact) => fact.unread ?? []);
  const inPart: Note[] =
    unread.length > 0 ? [{ code: 'message-in-part', detail: `${number} ${unread.join(', ')}` }] : [];
  const codes = { awaiting: 'goods-awaiting-allotment', 'not-attributed': 'parcel-not-attributed' } as const;
  return state.allotment === 'awaiting' || state.allotment === 'not-attributed'
    ? [...inPart, { code: codes[state.allotment], detail: number }]
    : inPart;
}
