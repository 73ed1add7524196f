import * as z from 'zod';
import { cleaned } from '#shared/identifiers/cleaned.ts';
import { skuOf } from '#shared/identifiers/sku.ts';
import { inspectionResults, type SkuQuantity, stockConditions } from '#shared/returns/goods/facts.ts';
import { isListInPart } from '../observed.ts';
import { codeOf } from './code-or-text.ts';
import { id, linesOf, longText, plainCode, quantity, sku, someLinesOf, time } from './fields.ts';
import { goods, place, placeRules } from './goods-place.ts';
import { photoLinks, withPhotos } from './photos.ts';
import { type Context, row } from './row.ts';

const emptyRule =
  'Without a line it is not understood; of an empty parcel, check what was expected as `failed`, with the finding `empty`.';
const counted = {
  sku: sku.describe("the goods, in your code for them (`skuMap` in the merchant's file) or in the merchant's"),
  quantity: quantity.describe('how many units'),
};

const received = z
  .object({
    ...place,
    receiptId: id.describe('your id of this receipt'),
    receivedAt: time.describe('when the parcel reached you'),
    lines: linesOf(z.object(counted))
      .exactOptional()
      .describe('what was counted at the dock; left out where nobody counts there'),
    photos: photoLinks,
  })
  .describe(placeRules);

/** Without the number of a parcel the goods would be a case's; what was found is what a check is for. */
const telling = ['trackingNumber', 'finding'];

/** `parcel.received`. */
export const parcelReceived = row(
  'A parcel reached the warehouse.',
  received,
  (data, context) => {
    const { warehouseId, receiptId, receivedAt: at = context.at, lines, photos = [] } = data;
    const counts = lines && { lines: inOurSkus(lines, context) };
    const fact = { fact: 'received', receiptId, warehouseId, at, ...partial(context), ...counts } as const;
    return goods(data, context, withPhotos(fact, photos));
  },
  ['receivedAt'],
  telling,
);

/** A line that could not be read is one that is still to come: what is in the report counts, and nothing is short. */
function partial({ unread }: Context): { readonly partial?: true } {
  return isListInPart(unread, 'data.lines') ? { partial: true } : {};
}

const checked = z.object({
  ...counted,
  result: z.enum(inspectionResults).describe('how they were found: [quality](glossary.md#quality)'),
  finding: longText
    .exactOptional()
    .describe(
      'what is wrong, as a `plain-code`: `damaged`, `worn`, `swapped`, `missing`, `empty`, `wrong-item` …; of a text only `other` is kept, and of `ok`, `无异常` and the like nothing',
    ),
  disposition: plainCode.exactOptional().describe('what you suggest: `restock`, `refurbish`, `scrap` …'),
  photos: photoLinks.describe('pictures of these units; they count with those of the report, behind them'),
});
const inspected = z
  .object({
    ...place,
    inspectionId: id.describe('your id of this check'),
    inspectedAt: time.describe('when it was done'),
    lines: someLinesOf(checked).describe('what was found; several lines may be of one SKU'),
    photos: photoLinks,
  })
  .describe(`${placeRules} ${emptyRule}`);

/** `return.inspected`. */
export const returnInspected = row(
  'The warehouse checked goods.',
  inspected,
  (data, context) => {
    const { warehouseId, inspectionId, inspectedAt: at = context.at, photos = [] } = data;
    const lines = inOurSkus(data.lines, context).map(({ finding, disposition, photos: _photos, ...line }) => ({
      ...line,
      ...(isFinding(finding) && { finding: codeOf(finding) }),
      ...(disposition && { disposition: codeOf(disposition) }),
    }));
    const fact = { fact: 'inspected', inspectionId, warehouseId, at, ...partial(context), lines } as const;
    const links = [...photos, ...data.lines.flatMap((line) => line.photos ?? [])];
    return goods(data, context, withPhotos(fact, links));
  },
  ['inspectedAt'],
  telling,
);

/** What people and systems write where they found nothing: it is no finding, and must call nobody. */
const nothingFound =
  /^(?:ok|okay|pass|passed|good|fine|none|nil|null|no|normal|n\/?a|no (?:issue|issues|defect|defects)|[-_.0/]*|无|无异常|正常|完好|没有|合格|良好)$/iu;

function isFinding(text: string | undefined): text is string {
  return text !== undefined && !nothingFound.test(cleaned(text.normalize('NFKC')));
}

const stocked = z.object({
  ...counted,
  condition: z.enum(stockConditions).describe('whether they go back on sale'),
});
const stockedIn = z
  .object({
    ...place,
    stockInId: id.describe('your id of this booking'),
    at: time.describe('when it was booked'),
    lines: someLinesOf(stocked).describe('what was booked; several lines may be of one SKU'),
    photos: photoLinks,
  })
  .describe(`${placeRules} ${emptyRule}`);

/** `return.stocked-in`. */
export const returnStockedIn = row(
  'The warehouse put goods into stock.',
  stockedIn,
  (data, context) => {
    const { warehouseId, stockInId, at = context.at, photos = [] } = data;
    const lines = inOurSkus(data.lines, context);
    const fact = { fact: 'stocked-in', stockInId, warehouseId, at, ...partial(context), lines } as const;
    return goods(data, context, withPhotos(fact, photos));
  },
  ['at'],
  telling,
);

/** The warehouse's own codes back into the merchant's. */
function inOurSkus<Line extends SkuQuantity>(lines: readonly Line[], { channel, merchant }: Context): Line[] {
  const { skuMap = {} } = merchant.warehouses.find((each) => each.id === channel.warehouse) ?? {};
  const ours = new Map(Object.entries(skuMap).map(([sku, theirs]) => [skuOf(theirs), sku]));
  return lines.map((line) => ({ ...line, sku: ours.get(line.sku) ?? line.sku }));
}
