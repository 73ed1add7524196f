import type { ParcelSide, ParcelStage } from '#shared/returns/carrier/parcel-stages.ts';
import type { Words } from './words.ts';

export const stageWords: Words<ParcelStage | ParcelSide> = {
  'pick-up-booked': { 'zh-CN': '已预约上门取件', en: 'pick-up booked' },
  numbered: { 'zh-CN': '已有运单号，未揽收', en: 'numbered, not yet picked up' },
  'picked-up': { 'zh-CN': '已揽收', en: 'picked up' },
  'in-transit': { 'zh-CN': '运输中', en: 'in transit' },
  'out-for-delivery': { 'zh-CN': '派送中', en: 'out for delivery' },
  delivered: { 'zh-CN': '已签收', en: 'signed for' },
  received: { 'zh-CN': '仓库已收货', en: 'received by the warehouse' },
  stuck: { 'zh-CN': '物流停滞', en: 'stuck' },
  lost: { 'zh-CN': '丢件', en: 'lost' },
  refused: { 'zh-CN': '拒收', en: 'delivery refused' },
  'returned-to-sender': { 'zh-CN': '退回寄件人', en: 'returned to its sender' },
  'wrong-warehouse': { 'zh-CN': '送错仓库', en: 'brought to the wrong warehouse' },
};
