import type { Words } from './words.ts';

/** Headings of how sources stand. */
export const healthWords = {
  channels: { 'zh-CN': '渠道（今天 / 昨天）', en: 'Channels (today / yesterday)' },
  shops: { 'zh-CN': '按店铺读取的情况', en: 'Shops that are read' },
  queues: { 'zh-CN': '队列', en: 'Queues' },
  deadLetters: { 'zh-CN': '死信', en: 'Dead letters' },
  channel: { 'zh-CN': '渠道', en: 'channel' },
  shop: { 'zh-CN': '店铺', en: 'shop' },
  queue: { 'zh-CN': '队列', en: 'queue' },
  byWebhook: { 'zh-CN': '最近收到推送', en: 'last heard by webhook' },
  byRead: { 'zh-CN': '最近读取', en: 'last read' },
  webhooks: { 'zh-CN': '推送', en: 'webhooks' },
  reads: { 'zh-CN': '读取', en: 'reads' },
  duplicates: { 'zh-CN': '重复', en: 'duplicates' },
  refused: { 'zh-CN': '拒收', en: 'refused' },
  notUnderstood: { 'zh-CN': '看不懂', en: 'not understood' },
  inPart: { 'zh-CN': '部分看懂', en: 'in part' },
  missed: { 'zh-CN': '漏推', en: 'missed' },
  webhookLag: { 'zh-CN': '推送延迟 p50, p95', en: 'webhook lag p50, p95' },
  readLag: { 'zh-CN': '读取延迟 p50, p95', en: 'read lag p50, p95' },
  seconds: { 'zh-CN': '秒', en: 's' },
  hook: { 'zh-CN': '推送状态', en: 'hook' },
  seenUntil: { 'zh-CN': '已核对到', en: 'seen until' },
  token: { 'zh-CN': '令牌', en: 'token' },
  waiting: { 'zh-CN': '等待', en: 'waiting' },
  hidden: { 'zh-CN': '处理中或待重试', en: 'under way or held back' },
  delayed: { 'zh-CN': '定时', en: 'delayed' },
  oldest: { 'zh-CN': '最早的已等', en: 'oldest for' },
  count: { 'zh-CN': '条数', en: 'count' },
  strangers: { 'zh-CN': '未知渠道的拒收', en: 'refused under names that are none of ours' },
  legend: {
    'zh-CN': '– 表示没有测量，不是零。计数为近似值。',
    en: '– is not measured, and no zero. Counts are approximate.',
  },
} as const satisfies Words;

/** How a channel, a hook or a token stands. */
export const healthStateWords: Words<'never' | 'telling' | 'silent' | 'ok' | 'refused' | 'missing'> = {
  never: { 'zh-CN': '从未', en: 'never' },
  telling: { 'zh-CN': '正常', en: 'tells' },
  silent: { 'zh-CN': '静默，自', en: 'silent since' },
  ok: { 'zh-CN': '有效', en: 'ok' },
  refused: { 'zh-CN': '被拒，自', en: 'refused since' },
  missing: { 'zh-CN': '没有令牌，自', en: 'missing since' },
};
