import * as z from 'zod';
import { code, expressCode, itemCode, listOf, quantity, time } from './fields.ts';
import { inventoryTypes } from './inventory-types.ts';

const inventoryType = z.enum(inventoryTypes, `must be one of: ${inventoryTypes.join(', ')}`);
const mostLines = 500;
const mostBatches = 500;

const batch = z.object({ inventoryType: inventoryType.exactOptional(), actualQty: quantity.exactOptional() });

const line = z.object({
  ownerCode: code.exactOptional(),
  itemCode,
  inventoryType: inventoryType.exactOptional(),
  actualQty: quantity,
  batchs: z.object({ batch: listOf(batch, mostBatches) }).exactOptional(),
});
export type ConfirmLine = z.output<typeof line>;

/** `returnorder.confirm`, as far as it is read: remarks and the sender are personal data and stay in the body (platforms-cn.md, 4(c)). */
export const confirmShape = z.object({
  returnOrder: z.object({
    returnOrderCode: code,
    warehouseCode: code.exactOptional(),
    outBizCode: code.exactOptional(),
    orderType: code.exactOptional(),
    orderConfirmTime: time,
    confirmType: code.exactOptional(),
    expressCode: expressCode.exactOptional(),
  }),
  orderLines: z.object({ orderLine: listOf(line, mostLines) }),
});
export type Confirm = z.output<typeof confirmShape>;
