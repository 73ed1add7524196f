import { text } from '../record/values.ts';
import { caseAct } from './act.ts';
import { type Refusal, wrong } from './refusal.ts';

/** Says where the goods go. */
export const chooseWarehouse = caseAct(
  'choose-warehouse',
  { warehouseId: text },
  {
    roles: ['agent', 'merchant-approver', 'admin'],
    confirmedBy: 'nobody',
    staleAfter: ['choose-warehouse'],
    refusal: ({ warehouseId }, _snapshot, { warehouses }) =>
      Object.hasOwn(warehouses, warehouseId) ? undefined : unknownWarehouse(Object.keys(warehouses)),
    code: 'warehouse-chosen',
    words: ({ warehouseId }) => [
      { 'zh-CN': `选定退货仓库 ${warehouseId}`, en: `Chose warehouse ${warehouseId} for the goods` },
    ],
  },
);

function unknownWarehouse(known: readonly string[]): Refusal {
  return wrong('unknown-warehouse', `仓库只能是：${known.join('、')}`, `warehouse must be one of: ${known.join(', ')}`);
}
