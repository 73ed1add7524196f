import type { DeadlineKind } from '#shared/returns/deadlines/kinds.ts';
import type { Words } from './words.ts';

/** Our own kinds, and those that only a platform sets. */
export const deadlineWords: Words<DeadlineKind | 'decision' | 'buyer-ships'> = {
  'qc-follow-up': { 'zh-CN': '质检', en: 'quality check' },
  refund: { 'zh-CN': '退款', en: 'refund' },
  'warehouse-acknowledges': { 'zh-CN': '仓库确认预报', en: 'warehouse acknowledgement' },
  'unclaimed-parcel': { 'zh-CN': '认领包裹', en: 'claim of a parcel' },
  'exception-contact': { 'zh-CN': '异常联系买家', en: 'contact with the buyer' },
  'booking-in': { 'zh-CN': '签收入库', en: 'booking-in' },
  appeal: { 'zh-CN': '申诉', en: 'appeal' },
  'platform-decision': { 'zh-CN': '平台时限', en: 'platform' },
  decision: { 'zh-CN': '处理申请', en: 'decision' },
  'buyer-ships': { 'zh-CN': '买家寄回', en: 'sending back' },
  replacement: { 'zh-CN': '发出换货', en: 'replacement' },
};
