import type { Act } from '../acts/acts.ts';
import type { Said } from '../record/story.ts';

export interface WarehouseLines {
  readonly 'warehouse-chosen': { readonly warehouseId: string };
}

export const warehouseActs = {
  'choose-warehouse': ({ warehouseId }: Extract<Act, { readonly act: 'choose-warehouse' }>): Said<WarehouseLines> => ({
    code: 'warehouse-chosen',
    values: { warehouseId },
  }),
};
