import type { CaseParcel, CaseSnapshot } from './case.ts';
import { digestOf } from './digest.ts';
import { goodsIdOf } from './goods.ts';
import type { GoodsFact } from './goods-fact.ts';
import type { Telling } from './tell.ts';

/** Where a parcel is, as a value, and each thing that happened to its goods, once. */
export function parcelTellings({ number: trackingNumber, stands, state }: CaseParcel): Telling[] {
  if (!state || state.allotment === 'not-attributed') {
    return [];
  }
  const { stage, sides, carrier, movedAt } = state;
  const data = { trackingNumber, stage, sides, ...(carrier && { carrier }), ...(movedAt && { movedAt }) };
  const moved: Telling[] =
    stage === 'numbered' && sides.length === 0
      ? []
      : [
          {
            key: `parcel/${trackingNumber}`,
            mode: 'value',
            hash: digestOf({ stage, sides }),
            type: 'Return Parcel Moved',
            data,
          },
        ];
  return [
    ...moved,
    ...state.goods.flatMap((fact) => goodsTellings(fact, trackingNumber, stands && state.allotment !== 'awaiting')),
  ];
}

/** A receipt, a check (and what was wrong) or a stock-in; `trackingNumber` undefined where it was reported by case. */
export function goodsTellings(fact: GoodsFact, trackingNumber: string | undefined, counted: boolean): Telling[] {
  const common = { warehouseId: fact.warehouseId, at: fact.at, counted, ...(trackingNumber && { trackingNumber }) };
  const telling = { key: `goods/${trackingNumber ?? 'case'}/${goodsIdOf(fact)}`, mode: 'once', hash: 'told' } as const;
  switch (fact.fact) {
    case 'received':
      return [
        {
          ...telling,
          type: 'Goods Received',
          data: { ...common, receiptId: fact.receiptId, ...(fact.lines && { lines: fact.lines }) },
        },
      ];
    case 'stocked-in':
      return [
        { ...telling, type: 'Goods Stocked In', data: { ...common, stockInId: fact.stockInId, lines: fact.lines } },
      ];
    case 'inspected': {
      const { inspectionId, lines } = fact;
      const wrong = lines.filter((line) => line.result !== 'passed' || line.finding);
      const inspected: Telling = { ...telling, type: 'Goods Inspected', data: { ...common, inspectionId, lines } };
      return wrong.length === 0
        ? [inspected]
        : [
            inspected,
            {
              ...telling,
              key: `${telling.key}/exception`,
              type: 'Goods Exception Found',
              data: { ...common, inspectionId, lines: wrong },
            },
          ];
    }
  }
}

/** Each refund that went through or failed, once. */
export function moneyTellings({ money }: CaseSnapshot): Telling[] {
  return money.actions.flatMap(({ refundId, kind, amount, by, at, status, failedAt }) => {
    const common = { refundId, kind, amount, by };
    const failed: Telling[] = failedAt
      ? [
          {
            key: `refund/${refundId}/failed`,
            mode: 'once',
            hash: 'told',
            type: 'Refund Failed',
            data: { ...common, at: failedAt },
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
