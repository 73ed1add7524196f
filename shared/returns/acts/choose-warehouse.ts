import { text } from '../record/values.ts';
import { caseAct } from './act.ts';

/** Says where the goods go. */
export const chooseWarehouse = caseAct(
  'choose-warehouse',
  { warehouseId: text },
  {
    roles: ['agent', 'merchant-approver', 'admin'],
    confirmedBy: 'nobody',
    staleAfter: ['choose-warehouse'],
    refusal: ({ warehouseId }, _snapshot, { warehouses }) =>
      Object.hasOwn(warehouses, warehouseId)
        ? undefined
        : `warehouse must be one of: ${Object.keys(warehouses).join(', ')}`,
    code: 'warehouse-chosen',
    words: ({ warehouseId }) => [
      { 'zh-CN': `选定退货仓库 ${warehouseId}`, en: `Chose warehouse ${warehouseId} for the goods` },
    ],
  },
);
