import type { ParcelSide, ParcelStage } from '#shared/returns/carrier/parcel-stages.ts';
import type { Headline } from '#shared/returns/case/case.ts';
import type { DeadlineKind } from '#shared/returns/deadlines/kinds.ts';
import type { Decision } from '#shared/returns/decision/facts.ts';
import type { InspectionResult, StockCondition } from '#shared/returns/goods/facts.ts';
import type { Quality } from '#shared/returns/goods/part.ts';
import type { CaseKind } from '#shared/returns/opening/facts.ts';
import type { WarehouseStatus } from '#shared/returns/pre-advice/facts.ts';
import type { MoneyKind } from '#shared/returns/record/money.ts';
import type { By } from '#shared/returns/record/values.ts';
import type { Texts } from './locale.ts';

/** The people's word for each code of one kind. */
export type Words<Code extends string = string> = Readonly<Record<Code, Texts>>;

export const caseKindWords: Words<CaseKind> = {
  'refund-only': { 'zh-CN': '仅退款', en: 'refund only' },
  return: { 'zh-CN': '退货退款', en: 'return and refund' },
  exchange: { 'zh-CN': '换货', en: 'exchange' },
  reship: { 'zh-CN': '补寄', en: 'reship' },
  complaint: { 'zh-CN': '投诉维权', en: 'complaint' },
};

export const decisionWords: Words<Decision> = {
  approved: { 'zh-CN': '同意申请', en: 'Approved the request' },
  declined: { 'zh-CN': '拒绝申请', en: 'Declined the request' },
  withdrawn: { 'zh-CN': '撤销申请', en: 'Withdrew the request' },
  expired: { 'zh-CN': '申请逾期失效', en: 'The request expired' },
};

/** How a decision stands, where {@link decisionWords} tell of its making. */
export const decidedWords: Words<'new' | Decision> = {
  new: { 'zh-CN': '待处理', en: 'to be decided' },
  approved: { 'zh-CN': '已同意', en: 'approved' },
  declined: { 'zh-CN': '已拒绝', en: 'declined' },
  withdrawn: { 'zh-CN': '已撤销', en: 'withdrawn' },
  expired: { 'zh-CN': '已失效', en: 'expired' },
};

export const headlineWords: Words<Headline> = {
  requested: { 'zh-CN': '已申请，待处理', en: 'Requested, to be decided' },
  approved: { 'zh-CN': '已同意，待买家寄回', en: 'Approved, to be sent back by the buyer' },
  'on-its-way': { 'zh-CN': '退货在途', en: 'On its way back' },
  received: { 'zh-CN': '已收货，待质检', en: 'Received, to be checked' },
  checked: { 'zh-CN': '已质检', en: 'Checked' },
  'stocked-in': { 'zh-CN': '已入库', en: 'Stocked in' },
  refunded: { 'zh-CN': '已退款', en: 'Refunded' },
  declined: { 'zh-CN': '已拒绝', en: 'Declined' },
  withdrawn: { 'zh-CN': '已撤销', en: 'Withdrawn' },
  expired: { 'zh-CN': '已失效', en: 'Expired' },
  closed: { 'zh-CN': '已关闭', en: 'Closed' },
};

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

export const resultWords: Words<InspectionResult> = {
  passed: { 'zh-CN': '合格', en: 'passed' },
  'passed-with-deduction': { 'zh-CN': '合格但需扣款', en: 'passed with a deduction' },
  failed: { 'zh-CN': '不合格', en: 'failed' },
};

/** Where the check of all units stands. */
export const qualityWords: Words<Quality> = {
  none: { 'zh-CN': '未质检', en: 'not checked' },
  waiting: { 'zh-CN': '待质检', en: 'waits for its check' },
  'in-check': { 'zh-CN': '质检中', en: 'checked in part' },
  ...resultWords,
};

export const conditionWords: Words<StockCondition> = {
  sellable: { 'zh-CN': '良品', en: 'sellable' },
  defective: { 'zh-CN': '次品', en: 'defective' },
};

export const moneyWords: Words<MoneyKind> = {
  'goods-refund': { 'zh-CN': '货款退款', en: 'goods refund' },
  'freight-refund': { 'zh-CN': '运费退款', en: 'freight refund' },
  'return-freight': { 'zh-CN': '退货运费', en: 'return freight' },
  compensation: { 'zh-CN': '补偿', en: 'compensation' },
  deduction: { 'zh-CN': '扣款', en: 'deduction' },
  recovery: { 'zh-CN': '追偿', en: 'recovery' },
};

/** Our own kinds, and those that only a platform sets. */
export const deadlineWords: Words<DeadlineKind | 'decision' | 'buyer-ships' | 'replacement'> = {
  'qc-follow-up': { 'zh-CN': '质检', en: 'quality check' },
  refund: { 'zh-CN': '退款', en: 'refund' },
  'warehouse-acknowledges': { 'zh-CN': '仓库确认预报', en: 'warehouse acknowledgement' },
  decision: { 'zh-CN': '处理申请', en: 'decision' },
  'buyer-ships': { 'zh-CN': '买家寄回', en: 'sending back' },
  replacement: { 'zh-CN': '发出换货', en: 'replacement' },
};

/** How a warehouse stands with the order that it was given. */
export const warehouseStatusWords: Words<WarehouseStatus> = {
  accepted: { 'zh-CN': '仓库已接单', en: 'took the order' },
  exception: { 'zh-CN': '处理异常', en: 'has trouble with it' },
  rejected: { 'zh-CN': '仓库拒单', en: 'rejected the order' },
  cancelled: { 'zh-CN': '已取消', en: 'cancelled the order' },
  closed: { 'zh-CN': '已关闭', en: 'closed the order' },
  done: { 'zh-CN': '已完成', en: 'finished the order' },
};

/** Who speaks: a party of a fact, or the role of the channel that it came by. */
export const speakerWords: Words<By | 'store' | 'carrier' | 'help-desk' | 'agent' | 'policy' | 'person' | 'backhaul'> =
  {
    merchant: { 'zh-CN': '商家', en: 'Merchant' },
    platform: { 'zh-CN': '平台', en: 'Platform' },
    system: { 'zh-CN': '店铺系统', en: 'Store system' },
    warehouse: { 'zh-CN': '仓库', en: 'Warehouse' },
    buyer: { 'zh-CN': '买家', en: 'Buyer' },
    store: { 'zh-CN': '店铺', en: 'Store' },
    carrier: { 'zh-CN': '承运商', en: 'Carrier' },
    'help-desk': { 'zh-CN': '客服系统', en: 'Help desk' },
    agent: { 'zh-CN': '客服', en: 'Agent' },
    policy: { 'zh-CN': '规则', en: 'Policy' },
    person: { 'zh-CN': '人工', en: 'Person' },
    backhaul: { 'zh-CN': 'Backhaul', en: 'Backhaul' },
  };

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
