import * as z from 'zod';
import { cleaned } from '#shared/identifiers/cleaned.ts';
import { skuOf } from '#shared/identifiers/sku.ts';
import { isoTime } from '../iso-time.ts';
import { moneyBag } from './buyers-money.ts';

const text = z.string().overwrite(cleaned).min(1).max(300);
const carrierName = z.string().overwrite(cleaned).max(120);
const sku = z
  .string()
  .max(300)
  .regex(/^[^\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}]*$/u)
  .overwrite(skuOf)
  .refine((value) => value !== '__proto__', 'is no SKU');
const count = z.int().min(0).max(1_000_000);
const maybe = <Schema extends z.ZodType>(schema: Schema) => schema.nullish();

const pageInfo = maybe(z.object({ hasNextPage: z.boolean() }));

const lineItem = z.object({
  id: maybe(text),
  sku: maybe(sku),
  name: maybe(
    z
      .string()
      .max(1000)
      .transform((name) => name.replace(/[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}]/gu, '').slice(0, 200)),
  ),
  originalUnitPriceSet: maybe(moneyBag),
});

const returnLine = z.object({
  id: text,
  quantity: count,
  returnReason: maybe(text),
  returnReasonDefinition: maybe(z.object({ handle: text })),
  returnReasonNote: maybe(z.string().max(2000)),
  customerNote: maybe(z.string().max(2000)),
  fulfillmentLineItem: maybe(z.object({ lineItem })),
});

const reverseLine = z.object({
  fulfillmentLineItem: maybe(z.object({ lineItem: maybe(z.object({ sku: maybe(sku) })) })),
  dispositions: maybe(z.array(z.object({ type: text, quantity: count })).max(500)),
});

/** Of the link it counts only that there is one. */
const tracking = z.object({
  carrierName: maybe(carrierName),
  number: maybe(z.string().max(120)),
  url: z.unknown().optional(),
});
const reverseDelivery = z.object({ deliverable: maybe(z.object({ tracking: maybe(tracking) })) });

const transaction = z.object({ kind: text, status: text, amountSet: moneyBag });
const shippingLine = z.object({ subtotalAmountSet: moneyBag, taxAmountSet: maybe(moneyBag) });

const refund = z.object({
  id: text,
  createdAt: maybe(isoTime),
  transactions: z.object({ pageInfo, nodes: z.array(transaction).max(250) }),
  refundShippingLines: maybe(z.object({ nodes: z.array(shippingLine).max(250) })),
});

const reverseOrder = z.object({
  id: text,
  lineItems: maybe(z.object({ nodes: z.array(reverseLine).max(250) })),
  reverseDeliveries: maybe(z.object({ pageInfo, nodes: z.array(reverseDelivery).max(250) })),
});

/** A shipment of the order, on its way to the buyer or there. */
const fulfillment = z.object({
  status: text,
  deliveredAt: maybe(isoTime),
  trackingInfo: maybe(z.array(z.object({ company: maybe(carrierName), number: maybe(z.string().max(300)) })).max(250)),
});

const order = z.object({
  id: maybe(text),
  name: maybe(text),
  fulfillments: maybe(z.array(fulfillment).max(250)),
});

/** The `return` object that the query answers. Only its id must be there: what else is missing is not said. */
export const returnShape = z.object({
  id: text,
  name: maybe(text),
  status: maybe(text),
  createdAt: maybe(isoTime),
  closedAt: maybe(isoTime),
  order: maybe(order),
  returnLineItems: maybe(z.object({ pageInfo, nodes: z.array(returnLine).max(250) })),
  exchangeLineItems: maybe(z.object({ nodes: z.array(z.object({ id: maybe(text) })).max(250) })),
  reverseFulfillmentOrders: maybe(z.object({ pageInfo, nodes: z.array(reverseOrder).max(250) })),
  refunds: maybe(z.object({ pageInfo, nodes: z.array(refund).max(250) })),
});
export type ReturnState = z.output<typeof returnShape>;
