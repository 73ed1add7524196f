import type { Words } from './words.ts';

/** Where a person finds what belongs to no case. */
export const strayListWords: Words<'unclaimed' | 'not-understood' | 'unmatched'> = {
  unclaimed: { 'zh-CN': '无主件', en: 'unclaimed parcel' },
  'not-understood': { 'zh-CN': '看不懂的消息', en: 'not understood' },
  unmatched: { 'zh-CN': '找不到售后单', en: 'unmatched' },
};
