import type { Texts } from '#shared/words/locale.ts';
import type { SortColumn } from './sort-rows.ts';

interface Column {
  readonly name: Texts;
  /** Pixels. */
  readonly width: number;
  readonly isNumber?: true;
  /** What the column does not say, for whoever looks for it there. */
  readonly hint?: Texts;
}

/**
 * What the table and the CSV have, in their order. A case's grade 级别 is in no entry yet: it gets its column with its source. Nor are compensations and
 * carriers, and of the check only as much as the state tells.
 */
export const columns = {
  case: { name: { 'zh-CN': '售后单号', en: 'Case' }, width: 196 },
  shop: { name: { 'zh-CN': '店铺', en: 'Shop' }, width: 128 },
  order: { name: { 'zh-CN': '订单号', en: 'Order' }, width: 192 },
  goods: { name: { 'zh-CN': '商品', en: 'Goods' }, width: 220 },
  kind: { name: { 'zh-CN': '类型', en: 'Type' }, width: 104 },
  state: { name: { 'zh-CN': '状态', en: 'State' }, width: 152 },
  reason: { name: { 'zh-CN': '原因', en: 'Reason' }, width: 124 },
  asked: { name: { 'zh-CN': '申请金额', en: 'Asked for' }, width: 104, isNumber: true },
  paid: { name: { 'zh-CN': '实付', en: 'Paid' }, width: 104, isNumber: true },
  refunded: {
    name: { 'zh-CN': '已退', en: 'Refunded' },
    width: 104,
    isNumber: true,
    hint: {
      'zh-CN': '货款与运费退款；补偿请打开售后单查看',
      en: 'Goods and freight; open the case for compensations',
    },
  },
  parcel: {
    name: { 'zh-CN': '退货单号', en: 'Return parcel' },
    width: 184,
    hint: { 'zh-CN': '物流轨迹请打开售后单查看', en: 'Open the case for where the parcel is' },
  },
  quality: {
    name: { 'zh-CN': '质检', en: 'Check' },
    width: 104,
    hint: { 'zh-CN': '由状态得出；结果请打开售后单查看', en: 'By the state; open the case for what was found' },
  },
  opened: { name: { 'zh-CN': '申请时间', en: 'Asked at' }, width: 116 },
  platform: { name: { 'zh-CN': '平台剩余', en: 'Platform time' }, width: 164 },
  owner: { name: { 'zh-CN': '负责人', en: 'Owner' }, width: 104 },
  marks: { name: { 'zh-CN': '标签', en: 'Marks' }, width: 104 },
} as const satisfies Readonly<Record<string, Column>> & Readonly<Record<SortColumn, Column>>;

export type ColumnName = keyof typeof columns;
export const columnNames = Object.keys(columns) as ColumnName[];

export function columnOf(name: ColumnName): Column {
  return columns[name];
}
