import type { DeadlineKind } from '#shared/returns/deadlines/kinds.ts';
import type { Words } from './words.ts';

/** Our own kinds, and that which only a platform sets. */
export const deadlineWords: Words<DeadlineKind | 'decision'> = {
  'qc-follow-up': { 'zh-CN': '质检', en: 'quality check' },
  refund: { 'zh-CN': '退款', en: 'refund' },
  'warehouse-acknowledges': { 'zh-CN': '仓库确认预报', en: 'warehouse acknowledgement' },
  'unclaimed-parcel': { 'zh-CN': '认领包裹', en: 'finding its case' },
  'exception-contact': { 'zh-CN': '异常联系买家', en: 'contact with the buyer' },
  'booking-in': { 'zh-CN': '签收入库', en: 'booking-in' },
  appeal: { 'zh-CN': '申诉', en: 'appeal' },
  'platform-decision': { 'zh-CN': '平台时限', en: 'platform' },
  decision: { 'zh-CN': '处理申请', en: 'decision' },
  'buyer-ships': { 'zh-CN': '买家寄回', en: 'sending back' },
  replacement: { 'zh-CN': '发出换货', en: 'replacement' },
  greeting: { 'zh-CN': '自动问候', en: 'greeting' },
  takeover: { 'zh-CN': '人工接待', en: 'takeover' },
  'first-response': { 'zh-CN': '首次响应', en: 'first response' },
  solution: { 'zh-CN': '明确解决方案', en: 'definite solution' },
  arrival: { 'zh-CN': '退货到仓', en: 'arrival' },
  'stop-shipment': { 'zh-CN': '拦截确认', en: 'interception' },
  'dispute-evidence': { 'zh-CN': '举证', en: 'evidence' },
  'write-up': { 'zh-CN': '结案登记', en: 'write-up' },
  snooze: { 'zh-CN': '稍后跟进', en: 'follow-up' },
};

/** What a miss costs where no platform acts by itself. */
export const missWords: Words<DeadlineKind> = {
  'qc-follow-up': { 'zh-CN': '货未质检，退款无法开始', en: 'the goods are not checked, and the refund waits' },
  refund: { 'zh-CN': '买家等着退款，可能申请平台介入', en: 'the buyer waits for the money and may call the platform' },
  'warehouse-acknowledges': {
    'zh-CN': '包裹到仓时仓库可能不认识',
    en: 'the warehouse may not know the parcel when it comes',
  },
  'unclaimed-parcel': {
    'zh-CN': '货躺在仓库，它的售后单无法往下走',
    en: 'goods lie in the warehouse, and their case cannot go on',
  },
  'exception-contact': { 'zh-CN': '买家还不知情，退款停着', en: 'the buyer does not know of it, and the refund waits' },
  'booking-in': {
    'zh-CN': '货已到仓，质检和退款无法开始',
    en: 'the goods are there, and neither check nor refund begins',
  },
  appeal: {
    'zh-CN': '过期不能再申诉，损失由商家承担',
    en: 'no appeal is possible any more: the merchant bears the loss',
  },
  'platform-decision': { 'zh-CN': '由平台按自己的规则处理', en: 'the platform goes on by its own rules' },
  replacement: {
    'zh-CN': '买家等着新货，可能改要退款',
    en: 'the buyer waits for the goods and may ask for money instead',
  },
  greeting: { 'zh-CN': '买家以为没人在', en: 'the buyer thinks that nobody is there' },
  takeover: { 'zh-CN': '计入接待超时', en: 'it counts as a takeover that came late' },
  'first-response': { 'zh-CN': '计入首响超时', en: 'it counts as a first response that came late' },
  solution: {
    'zh-CN': '计入方案超时，买家可能发起纠纷',
    en: 'it counts as a solution that came late, and the buyer may open a dispute',
  },
  'buyer-ships': {
    'zh-CN': '货可能不会寄回，可提醒买家或关闭',
    en: 'the goods may never come: remind the buyer, or close the case',
  },
  arrival: { 'zh-CN': '包裹可能丢失，需向承运商查询', en: 'the parcel may be lost: ask the carrier' },
  'stop-shipment': {
    'zh-CN': '货可能送到买家手上，退款停着',
    en: 'the goods may reach the buyer, and the refund waits',
  },
  'dispute-evidence': { 'zh-CN': '平台在没有我方凭证的情况下判定', en: 'the platform decides without our evidence' },
  'write-up': { 'zh-CN': '本单的原因不计入统计', en: 'the figures lack what the case came of' },
  snooze: { 'zh-CN': '说好跟进的没有跟进', en: 'what was put off is not followed up' },
};
