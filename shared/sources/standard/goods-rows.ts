import * as z from 'zod';
import { type GoodsFact, inspectionResults, type SkuQuantity, stockConditions } from '#shared/returns/goods/facts.ts';
import type { Instant } from '#shared/returns/record/instant.ts';
import { notUnderstood, saying } from '../observed.ts';
import type { Observed, Saying } from '../source.ts';
import { readTrackingNumber } from '../tracking-number.ts';
import { aboutCase } from './case-ref.ts';
import { codeOf } from './code-or-text.ts';
import { id, linesOf, quantity, shortText, sku, time, trackingNumber } from './fields.ts';
import { type Context, row } from './row.ts';

const place = {
  warehouseId: id,
  trackingNumber: trackingNumber.exactOptional(),
  caseId: id.exactOptional(),
  shop: id.exactOptional(),
};
type Place = z.output<z.ZodObject<typeof place>>;
const counted = { sku, quantity };

const received = z.object({
  ...place,
  receiptId: id,
  receivedAt: time,
  lines: linesOf(z.object(counted)).exactOptional(),
});

/** `parcel.received`: with what was counted at the dock, where the warehouse counts there. */
export const parcelReceived = row(received, (data, context) => {
  const { warehouseId, receiptId, receivedAt: at, lines } = data;
  return goods(data, context, {
    fact: 'received',
    receiptId,
    warehouseId,
    at,
    ...(lines && { lines: inOurSkus(lines, context) }),
  });
});

const checked = z.object({
  ...counted,
  result: z.enum(inspectionResults),
  finding: z.string().max(4000).exactOptional(),
  disposition: shortText.exactOptional(),
});
const inspected = z.object({ ...place, inspectionId: id, inspectedAt: time, lines: linesOf(checked) });

/** `return.inspected`. Findings are kept as codes; free text and photos may show people and are left out. */
export const returnInspected = row(inspected, (data, context) => {
  const { warehouseId, inspectionId, inspectedAt: at } = data;
  const lines = inOurSkus(data.lines, context).map(({ finding, disposition, ...line }) => ({
    ...line,
    ...(finding?.trim() && { finding: codeOf(finding) }),
    ...(disposition && { disposition: codeOf(disposition) }),
  }));
  return goods(data, context, { fact: 'inspected', inspectionId, warehouseId, at, lines });
});

const stocked = z.object({ ...counted, condition: z.enum(stockConditions) });
const stockedIn = z.object({ ...place, stockInId: id, at: time, lines: linesOf(stocked) });

/** `return.stocked-in`. */
export const returnStockedIn = row(stockedIn, (data, context) => {
  const { warehouseId, stockInId, at, lines } = data;
  return goods(data, context, { fact: 'stocked-in', stockInId, warehouseId, at, lines: inOurSkus(lines, context) });
});

/** The warehouse's own codes back into the merchant's. */
function inOurSkus<Line extends SkuQuantity>(lines: readonly Line[], { channel, merchant }: Context): Line[] {
  const { skuMap = {} } = merchant.warehouses.find((each) => each.id === channel.warehouse) ?? {};
  const ours = new Map(Object.entries(skuMap).map(([sku, theirs]) => [theirs, sku]));
  return lines.map((line) => ({ ...line, sku: ours.get(line.sku) ?? line.sku }));
}

/** By tracking number where there is one; a case named beside it is linked to that number. Else by case. */
function goods(data: Place, context: Context, fact: GoodsFact): Observed {
  const { channel } = context;
  if (data.warehouseId !== channel.warehouse) {
    return notUnderstood(`data.warehouseId: must be ${channel.warehouse}, the warehouse of this channel`);
  }
  const read = data.trackingNumber === undefined ? undefined : readTrackingNumber(data.trackingNumber);
  if (read?.kind === 'invalid') {
    return notUnderstood('data.trackingNumber: must be 4 to 40 letters, digits and hyphens');
  }
  if (read?.kind === 'number') {
    return byNumber(data, context, fact, read.number);
  }
  return data.caseId === undefined
    ? notUnderstood('data: neither a tracking number nor a case is named')
    : aboutCase({ ...data, caseId: data.caseId }, context, [fact]);
}

function byNumber(data: Place, context: Context, fact: GoodsFact, number: string): Observed {
  const parcel: Saying = { about: 'parcel', number, facts: [fact] };
  if (data.caseId === undefined) {
    return saying(parcel);
  }
  const link = {
    fact: 'tracking',
    numbers: [{ number }],
    origin: originOf(context),
    whole: false,
    at: fact.at as Instant,
  } as const;
  return aboutCase({ ...data, caseId: data.caseId }, context, [link], { before: [parcel] });
}

function originOf({ channel }: Context): string {
  return `${channel.source}/${channel.channel}`;
}
