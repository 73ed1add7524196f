import type { Words } from './words.ts';

/** What came of a delivery. */
export const outcomeWords: Words<
  'applied' | 'in-part' | 'unmatched' | 'notify-only' | 'several' | 'ignored' | 'not-understood'
> = {
  applied: { 'zh-CN': '已计入', en: 'counted' },
  'in-part': { 'zh-CN': '部分看懂', en: 'understood in part' },
  unmatched: { 'zh-CN': '等待售后单', en: 'waits for its case' },
  'notify-only': { 'zh-CN': '仅提示，已去店铺读取', en: 'a hint: the store is read' },
  several: { 'zh-CN': '含多条，已分开处理', en: 'several in one, taken apart' },
  ignored: { 'zh-CN': '无关，已忽略', en: 'of no concern' },
  'not-understood': { 'zh-CN': '看不懂', en: 'not understood' },
};
