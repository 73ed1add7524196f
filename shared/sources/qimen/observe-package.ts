import * as z from 'zod';
import { faultsOf, notUnderstood, saying } from '../observed.ts';
import type { Observed, Saying } from '../source.ts';
import { readTrackingNumber } from '../tracking-number.ts';
import { type Context, foreignFault, messageIdOf } from './context.ts';
import { code, expressCode, listOf, time } from './fields.ts';

const mostPackages = 500;

const packageShape = z.object({
  expressCode: expressCode.exactOptional(),
  signTime: time,
  status: z
    .string()
    .regex(/^sign$/i, 'must be sign')
    .exactOptional(),
});
type Package = z.output<typeof packageShape>;

const shape = z.object({
  order: z.object({
    orderCode: code,
    warehouseCode: code.exactOptional(),
    outBizCode: code.exactOptional(),
    ownerCode: code.exactOptional(),
  }),
  packages: z.object({ package: listOf(packageShape, mostPackages) }),
});

/** `returnpackage.report`: parcels handed over at the dock. That they came, and no quantities: these are counted by the confirm. */
export function observePackages(value: unknown, context: Context): Observed {
  const read = shape.safeParse(value);
  if (!read.success) {
    return notUnderstood(faultsOf(read.error));
  }
  const { order, packages } = read.data;
  const fault = foreignFault(context, { warehouseCode: order.warehouseCode, ownerCodes: [order.ownerCode] });
  if (fault !== undefined) {
    return notUnderstood(fault);
  }
  const id = messageIdOf(order.orderCode, order.outBizCode, value);
  const sayings = packages.package.flatMap((each) => cameIn(each, id, context));
  return sayings.length > 0 ? saying(...sayings) : notUnderstood('packages: none has a tracking number');
}

/** Parcels without a readable number have nothing that they could be known by. */
function cameIn({ expressCode: text = '', signTime }: Package, id: string, { warehouse, delivery }: Context): Saying[] {
  const read = readTrackingNumber(text);
  if (read.kind !== 'number') {
    return [];
  }
  const { number } = read;
  const at = signTime ?? delivery.receivedAt;
  const came = { fact: 'received', receiptId: `${id}/${number}`, warehouseId: warehouse.id, at } as const;
  return [{ about: 'parcel', number, facts: [came] }];
}
