import type { TimeOut } from '#shared/returns/deadlines/time-out.ts';
import type { Words } from './words.ts';

/** What a platform does at its time-out. */
export const timeOutWords: Words<TimeOut> = {
  refunds: { 'zh-CN': '到时平台自动退款', en: 'the platform refunds by itself' },
  approves: { 'zh-CN': '到时平台自动同意', en: 'the platform approves by itself' },
  closes: { 'zh-CN': '到时售后自动关闭', en: 'the case closes by itself' },
  extends: { 'zh-CN': '到时平台自动延长', en: 'the platform extends the time by itself' },
  decides: { 'zh-CN': '到时平台按已有凭证判定', en: 'the platform decides by what it was shown' },
  'decides-for-buyer': { 'zh-CN': '到时平台判给买家', en: 'the platform decides for the buyer' },
  penalises: { 'zh-CN': '到时平台罚分或扣款', en: 'the platform penalises the shop' },
  nothing: { 'zh-CN': '平台不会自动处理', en: 'the platform does nothing by itself' },
  unknown: { 'zh-CN': '到时平台如何处理不详', en: 'what the platform does then is not known' },
};
