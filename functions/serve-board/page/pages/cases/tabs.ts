import type { Headline } from '#shared/returns/case/case.ts';
import type { Texts } from '#shared/words/locale.ts';

interface TabRow {
  readonly name: Texts;
  readonly headlines: readonly Headline[];
}

/** Where cases stand, as a returns team goes through them; each headline is in one. */
export const stageTabs = {
  requested: { name: { 'zh-CN': '待处理', en: 'To be decided' }, headlines: ['requested'] },
  approved: { name: { 'zh-CN': '待买家寄回', en: 'To be sent back' }, headlines: ['approved'] },
  'on-its-way': { name: { 'zh-CN': '退货在途', en: 'On its way back' }, headlines: ['on-its-way'] },
  received: { name: { 'zh-CN': '已收货', en: 'Received' }, headlines: ['received', 'partly-received'] },
  checked: { name: { 'zh-CN': '已质检/入库', en: 'Checked, stocked in' }, headlines: ['checked', 'stocked-in'] },
  refunded: { name: { 'zh-CN': '已退款', en: 'Refunded' }, headlines: ['partly-refunded', 'refunded'] },
  ended: {
    name: { 'zh-CN': '已拒绝/撤销/关闭', en: 'Declined, withdrawn, closed' },
    headlines: ['declined', 'withdrawn', 'expired', 'closed'],
  },
} as const satisfies Readonly<Record<string, TabRow>>;

export type Tab = 'all' | keyof typeof stageTabs;
export const tabs = ['all', ...(Object.keys(stageTabs) as (keyof typeof stageTabs)[])] as const;

const tabOf = new Map<Headline, Tab>(
  Object.entries(stageTabs).flatMap(([tab, { headlines }]) => headlines.map((each) => [each, tab as Tab] as const)),
);

export function tabOfHeadline(headline: Headline): Tab {
  return tabOf.get(headline) ?? 'all';
}
