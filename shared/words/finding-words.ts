import type { Words } from './words.ts';

/** What a check finds wrong with goods; of any other code the code itself is shown. */
export const findingWords = {
  swapped: { 'zh-CN': '掉包', en: 'swapped' },
  worn: { 'zh-CN': '穿着痕迹', en: 'worn' },
  washed: { 'zh-CN': '洗涤', en: 'washed' },
  missing: { 'zh-CN': '缺件', en: 'missing' },
  empty: { 'zh-CN': '空包', en: 'empty parcel' },
  'wrong-item': { 'zh-CN': '错货', en: 'another item' },
  damaged: { 'zh-CN': '破损', en: 'damaged' },
  defective: { 'zh-CN': '残次', en: 'defective' },
  'quality-defect': { 'zh-CN': '质量问题', en: 'quality problem' },
  'carton-damaged': { 'zh-CN': '箱损', en: 'carton damaged' },
  'machine-damaged': { 'zh-CN': '机损', en: 'damaged by a machine' },
} as const satisfies Words;

/** What a warehouse suggests to do with goods that it checked; likewise. */
export const suggestionWords = {
  restock: { 'zh-CN': '重新上架', en: 'put on sale again' },
  'back-to-shelf': { 'zh-CN': '重新上架', en: 'put on sale again' },
  refurbish: { 'zh-CN': '翻新', en: 'refurbish' },
  scrap: { 'zh-CN': '报废', en: 'scrap' },
  'return-to-buyer': { 'zh-CN': '退回买家', en: 'send back to the buyer' },
} as const satisfies Words;
