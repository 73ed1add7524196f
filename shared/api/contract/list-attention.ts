import * as z from 'zod';
import { views } from '#shared/returns/attention/views.ts';
import type { Instant } from '#shared/returns/record/instant.ts';
import { count } from '#shared/returns/record/values.ts';
import { contract } from '../contract.ts';
import { attentionItem, groupCount } from '../shapes/attention.ts';
import { attentionGroup } from '../shapes/entry.ts';
import { caseEntryExample } from '../shapes/entry-example.ts';

const refund = { amount: 12_900, currency: 'CNY' };
const refundText = { 'zh-CN': '¥129.00', en: 'CN¥129.00' };

export const listAttention = contract({
  summary: {
    'zh-CN': '待办：按紧急程度和金额排序，分组计数',
    en: 'All that needs a person, the most urgent first, with the counts and sums of each group',
  },
  polled: true,
  query: z.strictObject({
    view: z.enum(views).default('all').describe("everybody's, mine, my teams', or what nobody has taken"),
    group: z.exactOptional(attentionGroup).describe('of this group alone'),
    limit: z.coerce.number().int().min(1).max(500).default(50),
    from: z.coerce.number().int().min(0).default(0).describe('so many are left out at the top'),
  }),
  reply: z.object({
    total: count.describe('so many are in the view, and the group where one is asked for'),
    items: z.array(attentionItem).describe('in the order in which to take them up'),
    groups: z.array(groupCount).describe('of all that is in the view, whatever the group'),
  }),
  example: {
    query: { view: 'mine', limit: '50' },
    reply: {
      total: 1,
      items: [
        {
          entry: caseEntryExample,
          group: 'to-decide',
          horizon: 'within-2-hours',
          action: 'decide',
          actionText: { 'zh-CN': '处理申请', en: 'Decide on the request' },
          waitsOn: 'team',
          waitsOnText: { 'zh-CN': '等客服', en: 'waits for the team' },
          since: '2026-03-10T01:00:00.000Z' as Instant,
          platform: {
            kind: 'platform-decision',
            subject: 'decision',
            dueAt: '2026-03-11T01:00:00.000Z' as Instant,
            name: { 'zh-CN': '处理申请', en: 'decision' },
            left: { 'zh-CN': '剩 1 小时 30 分', en: 'in 1 h 30 min' },
            atTimeOut: { 'zh-CN': '到时平台自动退款', en: 'the platform refunds by itself' },
          },
          stake: refund,
          stakeText: refundText,
          more: [],
        },
      ],
      groups: [
        {
          group: 'to-decide',
          name: { 'zh-CN': '待审核', en: 'To decide' },
          count: 1,
          sums: [refund],
          sumsText: refundText,
        },
      ],
    },
  },
});
