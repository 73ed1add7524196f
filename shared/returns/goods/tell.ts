import type { EventData } from '../events.ts';
import type { Told } from '../record/change.ts';
import { digestOf } from '../record/digest.ts';
import type { Telling } from '../record/tell.ts';
import { goodsPrefixOf, hashOfCounted } from './attribution.ts';
import type { GoodsFact } from './facts.ts';
import { goodsIdOf } from './goods.ts';

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
    key: `${goodsPrefixOf(place.trackingNumber)}${goodsIdOf(fact)}`,
    mode: 'once',
    hash: hashOfCounted(place.counted),
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
  return [exceptionTelling(key, { ...inspection, lines })];
}

/** What is wrong with the goods of a check, as a value. */
export function exceptionTelling(key: string, data: EventData['Goods Exception Found']): Telling {
  return { key, mode: 'value', hash: digestOf(data.lines), type: 'Goods Exception Found', data };
}
