import type { Texts } from '#shared/words/locale.ts';

export const partsTexts = {
  copy: { 'zh-CN': '复制 {text}', en: 'Copy {text}' },
  copied: { 'zh-CN': '已复制', en: 'Copied' },
  copiedThis: { 'zh-CN': '已复制 {text}', en: 'Copied {text}' },
  notCopied: {
    'zh-CN': '浏览器不让复制，请手动选中复制',
    en: 'The browser refuses to copy: select it and copy it by hand',
  },
  paused: { 'zh-CN': '暂停计时', en: 'paused' },
  noClock: { 'zh-CN': '无', en: 'none' },
  nobody: { 'zh-CN': '未领取', en: 'nobody yet' },
  team: { 'zh-CN': '小组 {team}', en: 'team {team}' },
  offeredTo: { 'zh-CN': '交接给{to}，待接收', en: 'handed over to {to}, not accepted yet' },
  ownerSince: { 'zh-CN': '{at} 领取', en: 'since {at}' },
  notes: { 'zh-CN': '备注 {n}', en: '{n} notes' },
  oneNote: { 'zh-CN': '备注 1', en: '1 note' },
  moreGoods: { 'zh-CN': '另有 {n} 种商品', en: '{n} more SKUs' },
  noGoods: { 'zh-CN': '商品不详', en: 'goods not known' },
  parcel: { 'zh-CN': '包裹', en: 'parcel' },
  unclaimedParcel: { 'zh-CN': '无主件', en: 'unclaimed parcel' },
} as const satisfies Readonly<Record<string, Texts>>;
