import * as z from 'zod';
import { inPart, notUnderstood, reasonOf, saying } from '../observed.ts';
import { readInPart } from '../read-in-part.ts';
import type { Observed, Saying, Unread } from '../source.ts';
import { readTrackingNumber } from '../tracking-number.ts';
import { type Context, foreignFault, messageIdOf } from './context.ts';
import { code, expressCode, listOf, time, withLists } from './fields.ts';

const mostPackages = 500;

const packageShape = z.object({
  expressCode: expressCode.exactOptional(),
  signTime: time.exactOptional(),
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
const lists = ['package'];
/** A parcel of another status has not come. */
const telling = ['warehouseCode', 'ownerCode', 'status'];

/** `returnpackage.report`: parcels handed over at the dock. That they came, and no quantities: these are counted by the confirm. */
export function observePackages(value: unknown, context: Context): Observed {
  const read = readInPart(shape, withLists(value, lists), { telling });
  if (!read.ok) {
    return notUnderstood(read.reason);
  }
  const { order, packages } = read.value;
  const fault = foreignFault(context, { warehouseCode: order.warehouseCode, ownerCodes: [order.ownerCode] });
  if (fault !== undefined) {
    return notUnderstood(fault);
  }
  const id = messageIdOf(order.orderCode, order.outBizCode, value);
  const came = (packages.package ?? []).map((each) => cameIn(each, id, context));
  const nameless = came.filter((sayings) => sayings.length === 0);
  const unread = [...read.unread, ...(nameless.length > 0 ? [withoutNumber] : [])];
  return came.length > nameless.length
    ? inPart(saying(...came.flat()), unread)
    : notUnderstood(reasonOf([...read.unread, withoutNumber]));
}

const withoutNumber: Unread = { path: 'packages.package', expected: 'must each have a tracking number' };

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
