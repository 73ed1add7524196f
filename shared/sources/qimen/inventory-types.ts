import type { InspectedLine, StockCondition } from '#shared/returns/goods/facts.ts';

export const inventoryTypes = ['ZP', 'CC', 'JS', 'XS'] as const;
export type InventoryType = (typeof inventoryTypes)[number];

export function isInventoryType(text: string): text is InventoryType {
  return (inventoryTypes as readonly string[]).includes(text);
}

interface Quality {
  readonly result: InspectedLine['result'];
  readonly finding?: string;
  readonly condition: StockCondition;
}

/** What a stock type says of goods that were checked (platforms-cn.md, 15.4). Only sellable goods have passed. */
export const qualities: Readonly<Record<InventoryType, Quality>> = {
  ZP: { result: 'passed', condition: 'sellable' },
  CC: { result: 'failed', finding: 'defective', condition: 'defective' },
  JS: { result: 'failed', finding: 'machine-damaged', condition: 'defective' },
  XS: { result: 'failed', finding: 'carton-damaged', condition: 'defective' },
};
