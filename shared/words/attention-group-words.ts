import type { AttentionGroup } from '#shared/returns/attention/entry.ts';
import type { Horizon } from '#shared/returns/attention/horizon.ts';
import type { Party } from '#shared/returns/deadlines/clock.ts';
import type { Words } from './words.ts';

/** The groups of the attention list. */
export const attentionGroupWords: Words<AttentionGroup> = {
  'store-differs': { 'zh-CN': '平台结果不一致', en: 'Store says otherwise' },
  'platform-soon': { 'zh-CN': '平台2小时内', en: "Platform's time within 2 h" },
  'second-confirmation': { 'zh-CN': '待二次确认', en: 'Second confirmation' },
  'grade-c': { 'zh-CN': 'C级/举证', en: 'Grade C, evidence' },
  'exception-contact': { 'zh-CN': '质检异常待联系', en: 'Check failed, contact the buyer' },
  'to-decide': { 'zh-CN': '待审核', en: 'To be decided' },
  response: { 'zh-CN': '首响/方案超时', en: 'Response or solution overdue' },
  'goods-back-money-not-out': { 'zh-CN': '货回钱未退', en: 'Goods back, money not out' },
  'money-out-goods-not-back': { 'zh-CN': '钱退货未回', en: 'Money out, goods not back' },
  'at-warehouse': {
    'zh-CN': '到货未收/收货未检/检完未入库',
    en: 'At the warehouse: to be booked in, checked or stocked in',
  },
  'stop-not-confirmed': { 'zh-CN': '拦截未确认', en: 'Stop not confirmed' },
  'needs-info': { 'zh-CN': '待补资料到期', en: 'Information due' },
  unclaimed: { 'zh-CN': '无主件', en: 'Unclaimed parcels' },
  'awaiting-store': { 'zh-CN': '待平台回传', en: "Waiting for the store's word" },
  'write-up': { 'zh-CN': '待结案登记', en: 'To be written up' },
  other: { 'zh-CN': '其他', en: 'Other' },
};

/** For whom something waits. */
export const waitsOnWords: Words<Party> = {
  buyer: { 'zh-CN': '等买家', en: 'waits for the buyer' },
  team: { 'zh-CN': '等客服', en: 'waits for the team' },
  merchant: { 'zh-CN': '等商家', en: 'waits for the merchant' },
  warehouse: { 'zh-CN': '等仓库', en: 'waits for the warehouse' },
  carrier: { 'zh-CN': '等承运商', en: 'waits for the carrier' },
  platform: { 'zh-CN': '等平台', en: 'waits for the platform' },
};

/** How much time is left. */
export const horizonWords: Words<Horizon> = {
  'within-2-hours': { 'zh-CN': '已超时或2小时内', en: 'overdue, or within 2 h' },
  'within-8-hours': { 'zh-CN': '8小时内', en: 'within 8 h' },
  today: { 'zh-CN': '今天', en: 'today' },
  later: { 'zh-CN': '以后', en: 'later' },
};
