import type { Headline } from '#shared/returns/case/case.ts';
import type { Words } from './words.ts';

export const headlineWords: Words<Headline> = {
  requested: { 'zh-CN': '已申请，待处理', en: 'Requested, to be decided' },
  approved: { 'zh-CN': '已同意，待买家寄回', en: 'Approved, to be sent back by the buyer' },
  'on-its-way': { 'zh-CN': '退货在途', en: 'On its way back' },
  received: { 'zh-CN': '已收货，待质检', en: 'Received, to be checked' },
  'partly-received': { 'zh-CN': '部分收货', en: 'Received in part' },
  checked: { 'zh-CN': '已质检', en: 'Checked' },
  'stocked-in': { 'zh-CN': '已入库', en: 'Stocked in' },
  'partly-refunded': { 'zh-CN': '部分退款(已退部分)', en: 'Refunded in part' },
  refunded: { 'zh-CN': '已退款', en: 'Refunded' },
  declined: { 'zh-CN': '已拒绝', en: 'Declined' },
  withdrawn: { 'zh-CN': '已撤销', en: 'Withdrawn' },
  expired: { 'zh-CN': '已失效', en: 'Expired' },
  closed: { 'zh-CN': '已关闭', en: 'Closed' },
};
