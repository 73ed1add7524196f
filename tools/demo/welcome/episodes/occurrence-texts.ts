import type { ParcelStage } from '#shared/returns/carrier/parcel-stages.ts';
import type { Texts } from '#shared/words/locale.ts';
import { stageWords } from '#shared/words/stage-words.ts';
import type { Item } from '../../../../test/simulators/goods.ts';
import type { Occurrence } from '../episode.ts';

/** The stores, as people call them. */
export const storeNames = {
  own: { 'zh-CN': '自营店铺', en: 'the own store' },
  shopify: { 'zh-CN': ' Shopify ', en: 'Shopify' },
  doudian: { 'zh-CN': '抖店', en: 'Doudian' },
} as const satisfies Readonly<Record<string, Texts>>;

/** What happens in any plain life, in the words of both languages. */
export const occurrenceTexts = {
  asked: (items: readonly Item[], where: Texts): Texts => ({
    'zh-CN': `在${where['zh-CN']}申请退货：${goodsText(items, '、')}`,
    en: `asks at ${where.en} to send back ${goodsText(items, ', ')}`,
  }),
  agreed: (warehouse: string): Texts => ({
    'zh-CN': `同意退货，退回仓库 ${warehouse}`,
    en: `agrees; the goods go to warehouse ${warehouse}`,
  }),
  sent: (trackingNumber: string): Texts => ({
    'zh-CN': `寄出商品，运单号 ${trackingNumber}`,
    en: `sends the goods back under ${trackingNumber}`,
  }),
  moved: (trackingNumber: string, stage: ParcelStage): Texts => ({
    'zh-CN': `运单 ${trackingNumber}：${stageWords[stage]['zh-CN']}`,
    en: `parcel ${trackingNumber}: ${stageWords[stage].en}`,
  }),
  received: (items: readonly Item[]): Texts => ({
    'zh-CN': `收货：${goodsText(items, '、')}`,
    en: `received ${goodsText(items, ', ')}`,
  }),
  arrived: (trackingNumber: string): Texts => ({
    'zh-CN': `收到包裹 ${trackingNumber}，尚未拆包`,
    en: `took in parcel ${trackingNumber}, unopened`,
  }),
  checked: { 'zh-CN': '质检合格', en: 'checked the goods: passed' },
  stockedIn: { 'zh-CN': '良品入库', en: 'stocked the goods in, sellable' },
  bookedIn: { 'zh-CN': '质检合格，良品入库', en: 'opened, checked and stocked in: sellable' },
  refunded: (fen: number): Texts => ({
    'zh-CN': `退款 ¥${(fen / 100).toFixed(2)}`,
    en: `refunds ¥${(fen / 100).toFixed(2)}`,
  }),
  closed: { 'zh-CN': '关闭售后单', en: 'closes the case' },
} as const;

/** Of a parcel that comes home. */
export const homeward = ['picked-up', 'in-transit', 'out-for-delivery', 'delivered'] as const;

/** @param isReady - Whether the warehouse has heard of the parcel: it takes a day to come, and that should take seconds. */
export function scanOccurrences(
  trackingNumber: string,
  scan: (stage: (typeof homeward)[number], at: Date) => Promise<void>,
  isReady: () => boolean,
): Occurrence[] {
  return homeward.map((stage) => ({
    who: 'carrier',
    what: occurrenceTexts.moved(trackingNumber, stage),
    isReady,
    happens: async (at) => await scan(stage, at),
  }));
}

function goodsText(items: readonly Item[], between: string): string {
  return items.map(({ sku, quantity }) => `${quantity} × ${sku}`).join(between);
}
