import type { Texts } from './locale.ts';
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

/** What is wrong with a source or a queue. */
export type HealthTrouble =
  | 'token-refused'
  | 'token-missing'
  | 'hook-silent'
  | 'shop-busy'
  | 'dead-letters'
  | 'queue-behind'
  | 'not-understood'
  | 'refused'
  | 'missed'
  | 'never-heard'
  | 'strangers';

export interface TroubleWords {
  readonly title: Texts;
  readonly advice: Texts;
}

/** What is wrong, and what to do first; docs/operate.md has the rest. */
export const healthTroubleWords: Readonly<Record<HealthTrouble, TroubleWords>> = {
  'token-refused': {
    title: { 'zh-CN': '店铺令牌被拒', en: 'The shop refuses its token' },
    advice: {
      'zh-CN': '到店铺后台重新授权，把新令牌写入密钥；此前这家店读不到任何变化。',
      en: 'Authorise the shop anew and put the new token into its secret: nothing can be read there before.',
    },
  },
  'token-missing': {
    title: { 'zh-CN': '没有店铺令牌', en: 'There is no token for the shop' },
    advice: {
      'zh-CN': '完成店铺授权，把令牌写入密钥（docs/onboard.md）。',
      en: 'Authorise the shop and put the token into its secret (docs/onboard.md).',
    },
  },
  'hook-silent': {
    title: { 'zh-CN': '店铺推送中断', en: 'The shop pushes nothing' },
    advice: {
      'zh-CN': '到店铺后台看推送是否仍开启、地址是否正确。期间由系统读取，不会丢，只是晚几分钟。',
      en: 'Look at the shop whether its hook is still switched on, and its URL right. It is read meanwhile: nothing is lost, only minutes late.',
    },
  },
  'shop-busy': {
    title: { 'zh-CN': '店铺太忙或连不上，核对没有进展', en: 'The shop is too busy or out of reach to be listed' },
    advice: {
      'zh-CN': '核对接口地址；看是否有别的系统用光了调用次数。恢复后会补齐。',
      en: 'Look at its address, and whether something else uses up its calls. What changed meanwhile is listed afterwards.',
    },
  },
  'dead-letters': {
    title: { 'zh-CN': '有死信', en: 'There are dead letters' },
    advice: {
      'zh-CN': '见下方“死信”，按队列处理；14 天后会被删除。',
      en: 'See below what to do with each; they are deleted after 14 days.',
    },
  },
  'queue-behind': {
    title: { 'zh-CN': '队列积压', en: 'A queue is behind' },
    advice: {
      'zh-CN': '读取它的函数停了、慢了或在失败：查看它的日志里 outcome = "threw" 的行。',
      en: 'Whoever reads it is stopped, slow or failing: look in its log for outcome = "threw".',
    },
  },
  'not-understood': {
    title: { 'zh-CN': '有看不懂的消息', en: 'Some messages were not understood' },
    advice: {
      'zh-CN': '见下方“看不懂的消息”：改好来源或请发送方改好，然后重放。',
      en: 'See below which and why: mend the source, or have the sender mend it, then replay them.',
    },
  },
  refused: {
    title: { 'zh-CN': '有推送被拒收', en: 'Webhooks were refused' },
    advice: {
      'zh-CN': '多为签名密钥不一致：核对两边的密钥；在日志里按 reason 查找（wrong-signature、too-large…）。',
      en: 'Signing secrets that differ, as a rule: compare both; the log has the reason (wrong-signature, too-large…).',
    },
  },
  missed: {
    title: { 'zh-CN': '有变更没有推送', en: 'Some changes were not pushed' },
    advice: {
      'zh-CN': '已由系统读取补上。接连出现时，到店铺后台检查推送。',
      en: 'They were read instead. Where it goes on, look at the hook of the shop.',
    },
  },
  'never-heard': {
    title: { 'zh-CN': '从未收到推送', en: 'Never heard by webhook' },
    advice: {
      'zh-CN': '渠道可能还没接好：核对推送地址和密钥（docs/onboard.md）。没有业务时也会这样。',
      en: 'It may not be connected yet: compare URL and secret (docs/onboard.md). It is right where nothing happens there.',
    },
  },
  strangers: {
    title: { 'zh-CN': '有未知渠道的推送', en: 'Somebody posts under names that are none of ours' },
    advice: {
      'zh-CN': '可能有人配错了地址，或在试探；都已拒收。一直增长时核对各来源填写的推送地址。',
      en: 'A mistyped URL, or somebody who tries; all are refused. Where it grows, look at the URLs that your senders have.',
    },
  },
};
