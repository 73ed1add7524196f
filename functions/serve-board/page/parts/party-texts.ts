import type { Party } from '#shared/returns/deadlines/clock.ts';
import type { Words } from '#shared/words/words.ts';

/** For whom something waits, where a heading says so already: `waitsOnWords` in short. */
export const partyTexts: Words<Party> = {
  buyer: { 'zh-CN': '买家', en: 'buyer' },
  team: { 'zh-CN': '客服', en: 'team' },
  merchant: { 'zh-CN': '商家', en: 'merchant' },
  warehouse: { 'zh-CN': '仓库', en: 'warehouse' },
  carrier: { 'zh-CN': '承运商', en: 'carrier' },
  platform: { 'zh-CN': '平台', en: 'platform' },
};
