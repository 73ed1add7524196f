import type { CaseLine } from '#shared/returns/opening/facts.ts';
import type { SkuOrder } from './detail-shape.ts';

/** 七天无理由 and its longer kin, as the platform tags an item. */
const noReasonTag = /^supply_\w*day_return$/;
/** A longer promise than that is a slip of the pen. */
const mostDays = 365;

/**
 * Within how many days an item may go back without a reason, by the words of its tag: *7天*, or *不支持7天无理由*. The platform advises to show tags and not
 * to go by them, so what is made of it may note something and decides nothing. Undefined without such a tag.
 */
export function noReasonDaysOf({ tags = [] }: SkuOrder): number | undefined {
  const [days] = tags.flatMap(({ tag_detail_en: code = '', tag_detail: words = '' }) =>
    noReasonTag.test(code) ? (daysIn(words) ?? []) : [],
  );
  return days;
}

function daysIn(words: string): number | undefined {
  if (/^不支持/.test(words)) {
    return 0;
  }
  const days = Number(/^(?:支持)?(\d{1,3})天/.exec(words)?.[1]);
  return days > 0 && days <= mostDays ? days : undefined;
}

/**
 * What was given with an item and has to come back with it. With some of its units it need not: how the platform has that is not known.
 *
 * @param back - How many units of the item come back.
 */
export function giftsWith(
  { given_sku_details: gifts = [], item_quantity: bought }: SkuOrder,
  back: number,
): CaseLine[] {
  if (bought === undefined || back < bought) {
    return [];
  }
  return gifts.map(({ sku_order_id: lineId, shop_sku_code: sku, item_order_num: quantity, product_name: title }) => ({
    lineId,
    sku: sku || `doudian-sku-${lineId}`,
    // Older versions of the API name the gift and not how many there were.
    quantity: quantity || 1,
    ...(title && { title }),
    gift: true,
  }));
}

/** A gift is a line of its own where the case has its order, too. */
export function withGifts(lines: readonly CaseLine[], gifts: readonly CaseLine[]): CaseLine[] {
  const given = new Set(gifts.map(({ lineId }) => lineId));
  const named = new Set(lines.map(({ lineId }) => lineId));
  const further = new Map(gifts.filter(({ lineId }) => !named.has(lineId)).map((gift) => [gift.lineId, gift]));
  return [
    ...lines.map((line): CaseLine => (given.has(line.lineId) ? { ...line, gift: true } : line)),
    ...further.values(),
  ];
}
