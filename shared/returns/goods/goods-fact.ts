import type { Instant } from '../record/instant.ts';

export interface SkuQuantity {
  readonly sku: string;
  readonly quantity: number;
}

export const inspectionResults = ['passed', 'passed-with-deduction', 'failed'] as const;
export type InspectionResult = (typeof inspectionResults)[number];
export const stockConditions = ['sellable', 'defective'] as const;
export type StockCondition = (typeof stockConditions)[number];

export interface InspectedLine extends SkuQuantity {
  readonly result: InspectionResult;
  /** A code of what was found: damaged, worn, swapped, missing, empty, wrong-item …; undefined when nothing is wrong. */
  readonly finding?: string;
  readonly disposition?: string;
}

export interface StockedLine extends SkuQuantity {
  readonly condition: StockCondition;
}

interface Report {
  readonly warehouseId: string;
  readonly at: Instant;
  /** The warehouse says that more is to follow: what is in it counts, and ends nothing. */
  readonly partial?: true;
}

/** Receipt, check and stock-in at a warehouse; each told once by its own id, by parcel or (without a number) by case. */
export type GoodsFact =
  | (Report & {
      readonly fact: 'received';
      readonly receiptId: string;
      readonly lines?: readonly SkuQuantity[];
    })
  | (Report & {
      readonly fact: 'inspected';
      readonly inspectionId: string;
      readonly lines: readonly InspectedLine[];
    })
  | (Report & {
      readonly fact: 'stocked-in';
      readonly stockInId: string;
      readonly lines: readonly StockedLine[];
    });

/** Units of one SKU. Kept so that `disposed ≤ inspected ≤ received`. */
export interface Units {
  readonly received: number;
  readonly inspected: Readonly<Record<InspectionResult, number>>;
  readonly stockedIn: Readonly<Record<StockCondition, number>>;
}
