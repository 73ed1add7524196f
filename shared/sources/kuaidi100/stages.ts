import type { ParcelSide, ParcelStage } from '#shared/returns/carrier/parcel-stages.ts';

/** Coarse states, in all versions of a push (platforms-cn.md, 11c). */
const states: ReadonlyMap<string, ParcelStage | ParcelSide> = new Map<string, ParcelStage | ParcelSide>([
  ['0', 'in-transit'],
  ['1', 'picked-up'],
  ['2', 'stuck'],
  ['3', 'delivered'],
  ['4', 'returned-to-sender'],
  ['5', 'out-for-delivery'],
  // On its way back. Nobody needs to have refused it: an address that is not found sends it back as well.
  ['6', 'returned-to-sender'],
  // Handed to another carrier, and at the customs: both still on the way.
  ['7', 'in-transit'],
  ['8', 'in-transit'],
  // At the customs: waiting, under way, done, in trouble.
  ['10', 'in-transit'],
  ['11', 'in-transit'],
  ['12', 'in-transit'],
  ['13', 'stuck'],
  ['14', 'refused'],
]);

/** Fine codes of `resultv2=4` whose leading digit says something else. */
const fine: ReadonlyMap<string, ParcelStage | ParcelSide> = new Map<string, ParcelStage | ParcelSide>([
  ['101', 'pick-up-booked'],
  ['102', 'numbered'],
  ['203', 'refused'],
  // 已销单: the waybill was cancelled. Nothing moved, and nothing went back.
  ['401', 'stuck'],
]);

/** What rows without a code say in words (subscriptions of `resultv2=1`). */
const words: ReadonlyMap<string, ParcelStage | ParcelSide> = new Map<string, ParcelStage | ParcelSide>([
  ['在途', 'in-transit'],
  ['揽收', 'picked-up'],
  ['疑难', 'stuck'],
  ['签收', 'delivered'],
  ['退签', 'returned-to-sender'],
  ['退回', 'returned-to-sender'],
  ['派件', 'out-for-delivery'],
  ['转投', 'in-transit'],
  ['清关', 'in-transit'],
  ['拒签', 'refused'],
  ['已销单', 'stuck'],
  ['销单', 'stuck'],
  ['已撤销', 'stuck'],
]);

/** What the leading digits of a fine code stand for; `100x` are steps on the way, although they begin with the 1 of a pick-up. */
const families: readonly (readonly [RegExp, state: string])[] = [
  [/^100\d$/, '0'],
  [/^14\d\d$/, '14'],
];
const familyOfThree = /^([1-8])\d\d$/;

/** The stage of a state, of a fine code, or of the word for one; undefined for one that nobody has described. */
export function stageOf(code: string): ParcelStage | ParcelSide | undefined {
  return states.get(code) ?? fine.get(code) ?? words.get(code) ?? states.get(familyOf(code) ?? '');
}

function familyOf(code: string): string | undefined {
  return families.find(([form]) => form.test(code))?.[1] ?? familyOfThree.exec(code)?.[1];
}
