import * as z from 'zod';
import type { ReadNumber } from '#shared/identifiers/tracking-number.ts';
import { trackingNumbersIn } from '#shared/identifiers/tracking-numbers.ts';
import { inPart, notUnderstood, reasonOf, saying } from '../observed.ts';
import { readInPart } from '../read-in-part.ts';
import type { Observed, Saying, Unread } from '../source.ts';
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
  /** The API's own metadata calls the element `packageValue`. */
  packages: z.object({
    package: listOf(packageShape, mostPackages),
    packageValue: listOf(packageShape, mostPackages),
  }),
});
const lists = ['package', 'packageValue'];
/** A parcel of another status has not come. */
const telling = ['warehouseCode', 'outBizCode', 'ownerCode', 'status'];

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
  const listed = [...(packages.package ?? []), ...(packages.packageValue ?? [])];
  const parcels = listed.map((each) => ({ ...each, ...trackingNumbersIn(each.expressCode ?? '') }));
  const isNumbered =
    parcels.length > 0 && parcels.every(({ numbers, rest }) => numbers.length > 0 && rest.length === 0);
  const unread = isNumbered ? read.unread : [...read.unread, withoutNumber];
  const sayings = parcels.flatMap((each) => cameIn(each, order, context));
  return sayings.length > 0 ? inPart(saying(...sayings), unread) : notUnderstood(reasonOf(unread));
}

const withoutNumber: Unread = {
  path: 'packages.package.expressCode',
  expected: 'must be there of each, a tracking number or several',
};

type Order = z.output<typeof shape>['order'];
type NumberedPackage = Package & { readonly numbers: readonly ReadNumber[] };

/** Parcels without a readable number have nothing that they could be known by; of one number, another time is another parcel. */
function cameIn({ numbers, signTime }: NumberedPackage, order: Order, { warehouse, delivery }: Context): Saying[] {
  const id = messageIdOf(order.orderCode, order.outBizCode, { signTime });
  const at = signTime ?? delivery.receivedAt;
  return numbers.map(({ number, seen }) => {
    const place = { warehouseId: warehouse.id, at, ...(seen && { seen }) } as const;
    return { about: 'parcel', number, facts: [{ fact: 'received', receiptId: `${id}/${number}`, ...place }] };
  });
}
