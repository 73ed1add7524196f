import type { Texts } from '#shared/words/locale.ts';

export const huntTexts = {
  label: { 'zh-CN': '搜索售后单', en: 'Search cases' },
  placeholder: {
    'zh-CN': '售后单号、订单号、运单号、SKU、商品名、买家编号；可粘贴最多 200 个单号（按 / 聚焦）',
    en: 'Case, order, tracking number, SKU, title, buyer; paste up to 200 numbers (press /)',
  },
  short: { 'zh-CN': '搜索或粘贴单号', en: 'Search, or paste numbers' },
  asked: { 'zh-CN': '查了 {count} 个单号：', en: '{count} numbers looked for. ' },
  found: { 'zh-CN': '找到 {count} 单：', en: 'Found {count}: ' },
  open: { 'zh-CN': '未结束 {count}', en: '{count} open' },
  closed: { 'zh-CN': '已结束 {count}', en: '{count} closed' },
  between: { 'zh-CN': '，', en: ', ' },
  parcels: { 'zh-CN': '无主件 {count}', en: '{count} unclaimed parcels' },
  missing: { 'zh-CN': '没找到 {count}', en: '{count} not found' },
  missingOne: { 'zh-CN': '没找到“{term}”，已结束的也查过。', en: '“{term}” was not found, among closed cases either.' },
  missingList: { 'zh-CN': '没找到的单号', en: 'Numbers that were not found' },
  copyMissing: { 'zh-CN': '复制没找到的', en: 'Copy those' },
  toParcels: { 'zh-CN': '去无主件', en: 'To the unclaimed parcels' },
  asking: { 'zh-CN': '正在查已结束的…', en: 'Looking among closed cases…' },
  failed: { 'zh-CN': '已结束的没有查到：服务器没有回答。', en: 'Closed cases were not looked at: no answer.' },
  more: { 'zh-CN': '一次最多查 200 个，后面 {count} 个没有查。', en: '200 at once: {count} more were not looked for.' },
  hidden: {
    'zh-CN': '另有 {count} 单找到了，但被筛选隐藏。',
    en: '{count} more were found, and are hidden by filters.',
  },
  showAll: { 'zh-CN': '只按搜索显示', en: 'Show by the search alone' },
  matchedOrder: { 'zh-CN': '匹配订单 {text}', en: 'by order {text}' },
  matchedParcel: { 'zh-CN': '匹配运单 {text}', en: 'by parcel {text}' },
  matchedSku: { 'zh-CN': '匹配 SKU {text}', en: 'by SKU {text}' },
  matchedBuyer: { 'zh-CN': '匹配买家编号 {text}', en: 'by buyer {text}' },
  matchedOther: { 'zh-CN': '匹配 {text}', en: 'by {text}' },
} as const satisfies Readonly<Record<string, Texts>>;
