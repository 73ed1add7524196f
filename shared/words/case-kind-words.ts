import type { CaseKind } from '#shared/returns/opening/facts.ts';
import type { Words } from './words.ts';

export const caseKindWords: Words<CaseKind> = {
  'refund-only': { 'zh-CN': '仅退款', en: 'refund only' },
  return: { 'zh-CN': '退货退款', en: 'return and refund' },
  exchange: { 'zh-CN': '换货', en: 'exchange' },
  reship: { 'zh-CN': '补寄', en: 'reship' },
  complaint: { 'zh-CN': '投诉维权', en: 'complaint' },
};
