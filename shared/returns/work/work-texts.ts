import type { Texts } from '../acts/refusal.ts';
import type { Deed, Flag, SnoozeReason } from './part.ts';

/** What a person says that they did in the store's own back office. */
export const deedTexts: Readonly<Record<Deed, Texts>> = {
  approved: { 'zh-CN': '同意申请', en: 'approved the request' },
  declined: { 'zh-CN': '拒绝申请', en: 'declined the request' },
  refunded: { 'zh-CN': '退款', en: 'refunded' },
  'replacement-sent': { 'zh-CN': '发出换货', en: 'sent the replacement' },
  'evidence-sent': { 'zh-CN': '提交举证', en: 'sent the evidence' },
};

/** The same, to choose from: what else is not so yet is said, too. */
export const deedChoiceTexts: Readonly<Record<Deed, Texts>> = {
  ...deedTexts,
  approved: { 'zh-CN': '同意申请（还没打款）', en: 'approved the request (not paid yet)' },
  refunded: { 'zh-CN': '已退款（款已打给买家）', en: 'refunded (the buyer was paid)' },
  'replacement-sent': { 'zh-CN': '已发出换货/补寄', en: 'sent the replacement' },
};

export const flagTexts: Readonly<Record<Flag, Texts>> = {
  red: { 'zh-CN': '红旗', en: 'red' },
  yellow: { 'zh-CN': '黄旗', en: 'yellow' },
  green: { 'zh-CN': '绿旗', en: 'green' },
  blue: { 'zh-CN': '蓝旗', en: 'blue' },
  purple: { 'zh-CN': '紫旗', en: 'purple' },
};

/** Why a record is followed up later. */
export const snoozeReasonTexts: Readonly<Record<SnoozeReason, Texts>> = {
  'waits-for-buyer': { 'zh-CN': '等买家', en: 'waits for the buyer' },
  'waits-for-warehouse': { 'zh-CN': '等仓库', en: 'waits for the warehouse' },
  'waits-for-carrier': { 'zh-CN': '等物流', en: 'waits for the carrier' },
  'waits-for-merchant': { 'zh-CN': '等商家', en: 'waits for the merchant' },
  other: { 'zh-CN': '其他原因', en: 'another reason' },
};
