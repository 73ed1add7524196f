import type { WarehouseLines } from '#shared/returns/warehouse/story.ts';
import type { LineTexts } from './line-texts.ts';

export const warehouseLines: LineTexts<WarehouseLines> = {
  'warehouse-chosen': ({ warehouseId }, { say }) =>
    say(`选定退货仓库 ${warehouseId}`, `Chose warehouse ${warehouseId} for the goods`),
};
