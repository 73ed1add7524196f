import * as z from 'zod';
import { deeds } from '../work/part.ts';
import { workAct } from './work-act.ts';

const done = {
  approved: { 'zh-CN': '同意申请', en: 'approved the request' },
  declined: { 'zh-CN': '拒绝申请', en: 'declined the request' },
  refunded: { 'zh-CN': '退款', en: 'refunded' },
  'replacement-sent': { 'zh-CN': '发出换货', en: 'sent the replacement' },
  'evidence-sent': { 'zh-CN': '提交举证', en: 'sent the evidence' },
} as const;

/** Says what was done in the store's own back office. It counts for nothing but the list: the store's word decides. */
export const handledOnPlatform = workAct(
  'handled-on-platform',
  { did: z.enum(deeds) },
  {
    onlyCases: true,
    roles: ['agent', 'merchant-approver', 'admin'],
    refusal: () => undefined,
    does: (work, { did, at, by }) => ({ ...work, handled: { did, at, by: by.person, state: 'awaited' } }),
    code: 'handled-on-platform',
    words: ({ did }) => [
      { 'zh-CN': `已在平台处理：${done[did]['zh-CN']}`, en: `Handled on the platform: ${done[did].en}` },
      { 'zh-CN': '待平台回传', en: "the store's word is awaited" },
    ],
  },
);
