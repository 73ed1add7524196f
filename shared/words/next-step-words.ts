import type { Words } from './words.ts';

export type NextStep =
  | 'decide'
  | 'send-back'
  | 'carry'
  | 'find-parcel'
  | 'book-in'
  | 'check'
  | 'stock-in'
  | 'contact-buyer'
  | 'allot'
  | 'clear-up'
  | 'refund'
  | 'pay-again'
  | 'send-replacement'
  | 'settle-dispute'
  | 'close';

/** What somebody has to do next. */
export const nextStepWords: Words<NextStep> = {
  decide: { 'zh-CN': '处理申请', en: 'decide' },
  'send-back': { 'zh-CN': '寄回商品', en: 'send it back' },
  carry: { 'zh-CN': '送达包裹', en: 'bring it' },
  'find-parcel': { 'zh-CN': '查找包裹', en: 'find the parcel' },
  'book-in': { 'zh-CN': '登记收货', en: 'book it in' },
  check: { 'zh-CN': '质检', en: 'check it' },
  'stock-in': { 'zh-CN': '入库', en: 'stock it in' },
  'contact-buyer': { 'zh-CN': '联系买家', en: 'contact the buyer' },
  allot: { 'zh-CN': '分配货物', en: 'allot the goods' },
  'clear-up': { 'zh-CN': '人工核实', en: 'clear it up' },
  refund: { 'zh-CN': '退款', en: 'refund' },
  'pay-again': { 'zh-CN': '重新退款', en: 'pay again' },
  'send-replacement': { 'zh-CN': '发出换货', en: 'send the replacement' },
  'settle-dispute': { 'zh-CN': '处理纠纷', en: 'settle it' },
  close: { 'zh-CN': '关闭售后单', en: 'close it' },
};
