import * as z from 'zod';
import { trackingNumbersIn } from '#shared/identifiers/tracking-numbers.ts';
import type { CaseFact } from '#shared/returns/case/facts.ts';
import { ignored, inPart, notUnderstood, saying } from '../observed.ts';
import { readInPart } from '../read-in-part.ts';
import type { Observed, Saying } from '../source.ts';
import { type Context, foreignFault } from './context.ts';
import { code, expressCode, time } from './fields.ts';
import { isOurOrder } from './our-order.ts';

type Status = Extract<CaseFact, { readonly fact: 'warehouse-status' }>['status'];

/** What Backhaul makes of a step; undefined: nothing, a return has no such step or its goods are told by the confirm (platforms-cn.md, 4(c)). */
const statuses: ReadonlyMap<string, Status | undefined> = new Map([
  ['ACCEPT', 'accepted'],
  ['FULFILLED', 'done'],
  ['EXCEPTION', 'exception'],
  ['REJECT', 'rejected'],
  ['CLOSED', 'closed'],
  ['CANCELED', 'cancelled'],
  ...unread('PARTFULFILLED PRINT PICK CHECK PACKAGE WEIGH READY DELIVERED REFUSE SIGN TMSCANCELED OTHER'),
  ...unread('PARTDELIVERED TMSCANCELFAILED'),
]);

function unread(names: string): [string, undefined][] {
  return names.split(' ').map((name) => [name, undefined]);
}

/** THRK and XTRK 退货入库, HHRK 换货入库: WMS write either of the first two. */
const returnTypes: readonly (string | undefined)[] = [undefined, 'THRK', 'XTRK', 'HHRK'];

const shape = z.object({
  order: z.object({ orderCode: code, orderType: code.exactOptional(), warehouseCode: code.exactOptional() }),
  process: z.object({
    processStatus: code,
    operateTime: time.exactOptional(),
    expressCode: expressCode.exactOptional(),
  }),
});
type Process = z.output<typeof shape>;

/** `orderprocess.report`: how far the warehouse is with an order. Operators and their remarks are not read. */
export function observeProcess(value: unknown, context: Context): Observed {
  const read = readInPart(shape, value, { telling: ['orderType', 'warehouseCode'] });
  if (!read.ok) {
    return notUnderstood(read.reason);
  }
  const { order, process } = read.value;
  const fault = foreignFault(context, { warehouseCode: order.warehouseCode, ownerCodes: [] });
  if (fault !== undefined) {
    return notUnderstood(fault);
  }
  if (!isReturn(order, context)) {
    return ignored('the order is no return');
  }
  if (!statuses.has(process.processStatus)) {
    return notUnderstood('process.processStatus: is none of the documented ones');
  }
  const sayings = sayingsOf(read.value, context);
  return sayings.length > 0
    ? inPart(saying(...sayings), read.unread)
    : ignored('the step says nothing of a return that we follow');
}

/** An order of ours is a return under whatever name the WMS books it in; what ends on CK 出库 goes out. */
function isReturn({ orderCode, orderType }: Process['order'], { warehouse }: Context): boolean {
  const isOurs = isOurOrder(orderCode, warehouse) && !orderType?.endsWith('CK');
  return isOurs || returnTypes.includes(orderType);
}

/** Only an order of ours leads to a case. That a parcel is expected is said of the parcel, whoever announced it. */
function sayingsOf({ order: { orderCode }, process }: Process, { warehouse, delivery }: Context): Saying[] {
  const status = statuses.get(process.processStatus);
  const at = process.operateTime ?? delivery.receivedAt;
  const warehouseId = warehouse.id;
  const { numbers } = trackingNumbersIn(status === 'accepted' ? (process.expressCode ?? '') : '');
  const expected = numbers.map(
    ({ number, seen }): Saying => ({
      about: 'parcel',
      number,
      facts: [{ fact: 'expected', at, warehouseId, orderCode, ...(seen && { seen }) }],
    }),
  );
  if (status === undefined || !isOurOrder(orderCode, warehouse)) {
    return expected;
  }
  const alias = { kind: 'wms-order', value: `${warehouseId}/${orderCode}` } as const;
  const fact = { fact: 'warehouse-status', at, warehouseId, status, raw: process.processStatus } as const;
  return [...expected, { about: 'case', ref: { alias }, facts: [fact] }];
}
