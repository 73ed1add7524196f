import * as z from 'zod';
import { skuQuantity } from '../goods/facts.ts';
import { fact } from '../record/fact.ts';
import { money } from '../record/money.ts';
import { count, instant, text, type Value } from '../record/values.ts';

/** The four types of cases; exchange and reship are told apart. */
export const caseKinds = ['refund-only', 'return', 'exchange', 'reship', 'complaint'] as const;
export type CaseKind = (typeof caseKinds)[number];
export const caseKind = z.enum(caseKinds).meta({ id: 'CaseKind', description: 'What the buyer asks for with a case.' });

/** `sku` is the merchant's; a warehouse's own code is translated before it gets here. */
export const caseLine = z
  .object({
    ...skuQuantity.shape,
    lineId: text.describe("the store's id of the order line"),
    unitPrice: z.exactOptional(money),
    title: z.exactOptional(z.string()).describe('what it is called'),
    category: z.exactOptional(z.string()).describe('what kind of goods it is'),
    gift: z.exactOptional(z.literal(true)).describe('it was given with other goods, and has to come back with them'),
    noReasonDays: z
      .exactOptional(count)
      .describe('within how many days it may go back without a reason, by the word of the store; 0: not at all'),
  })
  .meta({ id: 'CaseLine', description: 'An order line of a case; `unitPrice` is what the buyer paid for one unit.' });
export type CaseLine = Value<typeof caseLine>;

/**
 * In the place of a warehouse that a sender names and that cannot be read: nobody is told of the parcel until a person has looked. What stood before
 * stands.
 */
export const unreadableWarehouse = 'unreadable';

/** What a store says of a case, field by field; a field that is absent is not said and changes nothing. No personal data. */
const details = z.object({
  orderId: z.exactOptional(text),
  kind: z.exactOptional(caseKind),
  reason: z.exactOptional(z.object({ code: text })),
  lines: z.exactOptional(z.array(caseLine)),
  refund: z.exactOptional(money),
  /** For the units that the case asks for. */
  paid: z.exactOptional(money),
  /** For the whole of the order lines that the case is on, where it asks for some of their units. Absent: `paid` is all that is known. */
  paidForLines: z.exactOptional(money),
  freightPaid: z.exactOptional(money),
  refundedBefore: z.exactOptional(money),
  orderState: z.exactOptional(z.enum(['unshipped', 'shipped', 'delivered'])),
  deliveredAt: z.exactOptional(instant),
  /** How many pictures or videos the buyer gave; the links themselves are personal data. */
  evidenceCount: z.exactOptional(count),
  wish: z.exactOptional(z.string()),
  insured: z.exactOptional(z.boolean()),
  outboundOrderId: z.exactOptional(text),
  warehouseId: z.exactOptional(text),
  /** The buyer as the store names them (an opaque reference) and their language. */
  buyerRef: z.exactOptional(z.string()),
  buyerLanguage: z.exactOptional(z.string()),
});
export type CaseDetails = Value<typeof details>;

/** One of the ways in which someone else may name a case. */
export const alias = z.object({ kind: z.enum(['case-id', 'reverse-order', 'wms-order']), value: text });
export type Alias = Value<typeof alias>;

/** By which a case is found: its aliases, and its buyer as the store names them, by which no sender means just one case. */
export const caseName = z.object({ kind: z.enum([...alias.shape.kind.options, 'buyer']), value: text });
export type CaseName = Value<typeof caseName>;

export const openingFacts = {
  /** The case exists since `at`. */
  requested: fact('requested', {}),
  /**
   * Details, each field standing until a later statement gives it another value. `inPart`: some of the lines could not be read, so that those
   * which are not there stand as they were.
   */
  details: fact('details', { details, inPart: z.exactOptional(z.literal(true)) }),
  /** Another name of this case at its sender (a reverse order id, a WMS order code). */
  alias: fact('alias', { alias }),
};
