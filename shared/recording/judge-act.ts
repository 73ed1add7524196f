import type { Merchant } from '#shared/merchant/merchant.ts';
import type { Act, ActName } from '#shared/returns/acts/act.ts';
import { actFault, isAct } from '#shared/returns/acts/act-shape.ts';
import type { CaseSnapshot } from '#shared/returns/case/case.ts';
import { sharesFit } from '#shared/returns/goods/allot.ts';
import { completeUnits, reportedUnits } from '#shared/returns/goods/units.ts';
import type { ParcelSnapshot } from '#shared/returns/parcel/parcel.ts';

export type Judged =
  | { readonly refusal: string }
  | {
      readonly act: Act;
      /** Acts of these kinds, taken since the person looked, make what they saw stale. */
      readonly staleAfter: readonly ActName[];
    };

/** The policy decides by itself, when a record is folded. */
const onlyPeople = 'only a person can ask for an act';

type ActOf<Name extends ActName> = Extract<Act, { readonly act: Name }>;

/** @param act - As asked for: nobody has looked yet whether it is one. @param snapshot - Of the record as it stands; undefined where there is none. */
export function judgeCaseAct(act: unknown, snapshot: CaseSnapshot | undefined, merchant: Merchant): Judged {
  if (!isAct(act)) {
    return { refusal: actFault(act) ?? '' };
  }
  if (!('person' in act.by)) {
    return { refusal: onlyPeople };
  }
  if (act.act !== 'choose-warehouse') {
    return { refusal: `act ${act.act} is not one on a case` };
  }
  if (!snapshot) {
    return { refusal: 'there is no such case' };
  }
  const refusal = refusalOfChoice(act, merchant);
  return refusal ? { refusal } : { act, staleAfter: ['choose-warehouse'] };
}

/** The same for an act on a parcel. */
export function judgeParcelAct(act: unknown, snapshot: ParcelSnapshot | undefined): Judged {
  if (!isAct(act)) {
    return { refusal: actFault(act) ?? '' };
  }
  if (!('person' in act.by)) {
    return { refusal: onlyPeople };
  }
  if (act.act !== 'allot') {
    return { refusal: `act ${act.act} is not one on a parcel` };
  }
  if (!snapshot) {
    return { refusal: 'there is no such parcel' };
  }
  const refusal = refusalOfAllotment(act, snapshot);
  return refusal ? { refusal } : { act, staleAfter: ['allot'] };
}

function refusalOfChoice({ warehouseId }: ActOf<'choose-warehouse'>, { warehouses }: Merchant): string | undefined {
  const ids = warehouses.map(({ id }) => id);
  return ids.includes(warehouseId) ? undefined : `warehouse must be one of: ${ids.join(', ')}`;
}

function refusalOfAllotment({ units }: ActOf<'allot'>, { goods }: ParcelSnapshot): string | undefined {
  const held = new Map([...reportedUnits(goods)].map(([sku, each]) => [sku, completeUnits(each)]));
  return sharesFit(held, units) ? undefined : 'more units are allotted than the parcel holds';
}
