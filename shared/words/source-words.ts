import type { Words } from './words.ts';

/** Where a shop is, or whose word a channel brings: as people call who sends. The list is open: a source of its own may have no word. */
export const sourceWords: Words = {
  doudian: { 'zh-CN': '抖店', en: 'Doudian' },
  shopify: { 'zh-CN': 'Shopify', en: 'Shopify' },
  standard: { 'zh-CN': '自建对接', en: 'own integration' },
  qimen: { 'zh-CN': '奇门', en: 'Qimen' },
  kuaidi100: { 'zh-CN': '快递100', en: 'Kuaidi100' },
};
