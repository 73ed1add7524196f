import type { Decision } from '#shared/returns/decision/facts.ts';
import type { Words } from './words.ts';

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
