import type { Act } from '#shared/returns/act.ts';
import { sharesFit } from '#shared/returns/allot.ts';
import { digestOf } from '#shared/returns/digest.ts';
import { completeUnits, reportedUnits } from '#shared/returns/units.ts';
import type { InboxMessage } from './inbox.ts';
import type { Recorder } from './recorder.ts';
import { refoldCase } from './refold-case.ts';
import { refoldParcel } from './refold-parcel.ts';

type ActMessage = Extract<InboxMessage, { readonly kind: 'act' }>;

export type ActOutcome = { readonly outcome: 'acted' } | { readonly outcome: 'refused'; readonly reason: string };

/**
 * Takes a person's decision on a record, if it still stands as they saw it: `ifAct` is the number of the last act that they saw.
 * Of two contradicting acts one wins; the other is told why.
 */
export async function recordAct(
  recorder: Recorder,
  { record, act, ifAct }: ActMessage,
  again: boolean,
): Promise<ActOutcome> {
  const isParcel = 'parcel' in record;
  const key = isParcel ? record.parcel : record.caseKey;
  const table = isParcel ? recorder.parcels : recorder.cases;
  const refusal = await refusalOf(recorder, isParcel, key, act);
  if (refusal) {
    return { outcome: 'refused', reason: refusal };
  }
  const numbered = { n: ifAct + 1, act };
  const known = await table.readActs(key);
  const isMine = known.some((each) => digestOf(each) === digestOf(numbered));
  if (!isMine && Math.max(0, ...known.map(({ n }) => n)) !== ifAct) {
    return { outcome: 'refused', reason: `act ${ifAct} is not the last one; look again` };
  }
  const put = await table.putAct(key, numbered);
  if (put === 'taken' && !isMine) {
    return { outcome: 'refused', reason: `act ${numbered.n} was decided by somebody else; look again` };
  }
  const options = { again: again || put === 'taken' };
  await (isParcel ? refoldParcel(recorder, key, options) : refoldCase(recorder, key, options));
  return { outcome: 'acted' };
}

async function refusalOf(recorder: Recorder, isParcel: boolean, key: string, act: Act): Promise<string | undefined> {
  if (act.act === 'choose-warehouse') {
    const ids = recorder.merchant.warehouses.map((each) => each.id);
    if (isParcel || !(await recorder.cases.readSnapshot(key))) {
      return 'there is no such case';
    }
    return ids.includes(act.warehouseId) ? undefined : `warehouse must be one of: ${ids.join(', ')}`;
  }
  const parcel = isParcel ? await recorder.parcels.readSnapshot(key) : undefined;
  if (!parcel) {
    return 'there is no such parcel';
  }
  const goods = new Map([...reportedUnits(parcel.snapshot.goods)].map(([sku, units]) => [sku, completeUnits(units)]));
  return sharesFit(goods, act.units) ? undefined : 'more units are allotted than the parcel holds';
}
