import * as z from 'zod';
import { code, expressCode, itemCode, listOf, quantity, time } from './fields.ts';
import { inventoryTypes, isInventoryType } from './inventory-types.ts';

const mostLines = 500;
const mostBatches = 500;

const typeRule = `must be one of: ${inventoryTypes.join(', ')}`;

const batch = z.object({ inventoryType: z.string().exactOptional(), actualQty: quantity.exactOptional() });
type Batch = z.output<typeof batch>;

const line = z
  .object({
    ownerCode: code.exactOptional(),
    itemCode,
    inventoryType: z.enum(inventoryTypes, typeRule).exactOptional(),
    actualQty: quantity,
    batchs: z.object({ batch: listOf(batch, mostBatches) }).exactOptional(),
  })
  .check(({ value, issues }) => {
    const batches = value.batchs?.batch;
    // XML has no empty list: there was a batch, and it could not be read.
    const message = batches?.length === 0 ? 'must have a batch' : batchFault(value.actualQty, batches ?? []);
    if (message) {
      issues.push({ code: 'custom', input: value, path: ['batchs'], message });
    }
  });
export type ConfirmLine = z.output<typeof line>;

/** Why batches do not say what came: quantities that are there must add up to the line's; where types are there, quantities must be, too. */
function batchFault(actualQty: number, batches: readonly Batch[]): string | undefined {
  const types = batches.flatMap(({ inventoryType }) => inventoryType ?? []);
  if (!types.every(isInventoryType)) {
    return `inventoryType: ${typeRule}`;
  }
  const counted = batches.filter((each) => each.actualQty !== undefined);
  if (types.length > 0 && counted.length < batches.length) {
    return 'a batch without actualQty beside batches with an inventoryType';
  }
  const sum = counted.reduce((total, each) => total + (each.actualQty ?? 0), 0);
  return counted.length > 0 && sum !== actualQty ? "the batches do not add up to the line's actualQty" : undefined;
}

/** What may be there once or several times. */
export const confirmLists = ['orderLine', 'batch'];
/** What a report, a line or a batch says something else without. */
export const confirmTelling = ['warehouseCode', 'outBizCode', 'orderType', 'ownerCode', 'inventoryType', 'batchs'];

/** `returnorder.confirm`, as far as it is read: remarks and the sender are personal data and stay in the body (platforms-cn.md, 4(c)). */
export const confirmShape = z.object({
  returnOrder: z.object({
    returnOrderCode: code,
    warehouseCode: code.exactOptional(),
    outBizCode: code.exactOptional(),
    orderType: code.exactOptional(),
    orderConfirmTime: time.exactOptional(),
    confirmType: code.exactOptional(),
    expressCode: expressCode.exactOptional(),
  }),
  orderLines: z.object({ orderLine: listOf(line, mostLines) }).exactOptional(),
});
export type Confirm = z.output<typeof confirmShape>;
