import type { CaseSnapshot } from '../case/case.ts';
import type { EventData } from '../events.ts';
import type { Told } from '../record/change.ts';
import { digestOf } from '../record/digest.ts';
import type { Telling } from '../record/tell.ts';
import type { ParcelState } from '../tracking/facts.ts';
import type { CaseParcel } from '../tracking/part.ts';
import type { GoodsFact } from './facts.ts';
import { goodsIdOf } from './goods.ts';

/** Where a parcel is, as a value, and each thing that happened to its goods. */
export function parcelTellings({ number: trackingNumber, stands, state }: CaseParcel, told: Told): Telling[] {
  if (!state || state.allotment === 'not-attributed') {
    return [];
  }
  const counted = stands && state.allotment !== 'awaiting';
  return [
    ...movedTellings(trackingNumber, state, told),
    ...state.goods.flatMap((fact) => goodsTellings(fact, { trackingNumber, counted }, told)),
  ];
}

/** A number alone is no news, unless it was last told to be elsewhere or stuck. */
function movedTellings(trackingNumber: string, { stage, sides, carrier, movedAt }: ParcelState, told: Told): Telling[] {
  const key = `parcel/${trackingNumber}`;
  if (stage === 'numbered' && sides.length === 0 && !told[key]) {
    return [];
  }
  const data = { trackingNumber, stage, sides, ...(carrier && { carrier }), ...(movedAt && { movedAt }) };
  return [{ key, mode: 'value', hash: digestOf({ stage, sides }), type: 'Return Parcel Moved', data }];
}

interface Place {
  /** Absent where the goods were reported by case. */
  readonly trackingNumber?: string;
  readonly counted: boolean;
}

/** A receipt, a check or a stock-in, once; what was wrong with the goods, as a value: a warehouse may correct its check. */
export function goodsTellings(fact: GoodsFact, place: Place, told: Told): Telling[] {
  const { warehouseId, at, partial } = fact;
  const common = { warehouseId, at, ...(partial && { partial }), ...place };
  const telling = {
    key: `goods/${place.trackingNumber ?? 'case'}/${goodsIdOf(fact)}`,
    mode: 'once',
    hash: 'told',
  } as const;
  switch (fact.fact) {
    case 'received': {
      const data = { ...common, receiptId: fact.receiptId, ...(fact.lines && { lines: fact.lines }) };
      return [{ ...telling, type: 'Goods Received', data }];
    }
    case 'stocked-in':
      return [
        { ...telling, type: 'Goods Stocked In', data: { ...common, stockInId: fact.stockInId, lines: fact.lines } },
      ];
    case 'inspected': {
      const data = { ...common, inspectionId: fact.inspectionId, lines: fact.lines };
      return [
        { ...telling, type: 'Goods Inspected', data },
        ...exceptionTellings(`${telling.key}/exception`, data, told),
      ];
    }
  }
}

/** Without lines once a correction left nothing wrong. */
function exceptionTellings(key: string, inspection: EventData['Goods Inspected'], told: Told): Telling[] {
  const lines = inspection.lines.filter((line) => line.result !== 'passed' || line.finding);
  if (lines.length === 0 && !told[key]) {
    return [];
  }
  return [{ key, mode: 'value', hash: digestOf(lines), type: 'Goods Exception Found', data: { ...inspection, lines } }];
}

/** Each refund that went through or failed, once. */
export function moneyTellings({ money }: CaseSnapshot): Telling[] {
  return money.actions.flatMap(({ refundId, kind, amount, by, at, status, failedAt, failure }) => {
    const common = { refundId, kind, amount, by };
    const failed: Telling[] = failedAt
      ? [
          {
            key: `refund/${refundId}/failed`,
            mode: 'once',
            hash: 'told',
            type: 'Refund Failed',
            data: { ...common, at: failedAt, ...(failure && { reason: failure }) },
          },
        ]
      : [];
    const done: Telling[] =
      status === 'failed'
        ? []
        : [
            {
              key: `refund/${refundId}/done`,
              mode: 'once',
              hash: 'told',
              type: 'Refund Completed',
              data: { ...common, at },
            },
          ];
    return [...failed, ...done];
  });
}
