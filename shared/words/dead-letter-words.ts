import type { Texts } from './locale.ts';

interface DeadLetterWords {
  readonly what: Texts;
  readonly advice: Texts;
}

/** What the dead letters of each queue are and what one does with them, by how its name begins; docs/operate.md has it at length. The first row counts. */
const rows: readonly (readonly [begin: string, words: DeadLetterWords])[] = [
  [
    'inbox',
    {
      what: { 'zh-CN': '记不下来的消息和操作', en: 'deliveries and acts that could not be recorded' },
      advice: {
        'zh-CN': '按死信属性 reason 里的建议排除原因，然后重新投递；重复处理不会改变结果。',
        en: 'Mend what the attribute reason of each names, then redrive them: doing them twice changes nothing.',
      },
    },
  ],
  [
    'strikes',
    {
      what: { 'zh-CN': '到点但没记下来的时效', en: 'clocks that struck and could not be recorded' },
      advice: {
        'zh-CN': '排除原因后重新投递；删除也可以，巡检会补上迟到的时效。',
        en: 'Mend the cause, then redrive them, or delete them: the sweep finds what is late.',
      },
    },
  ],
  [
    'hints-',
    {
      what: { 'zh-CN': '读不到的店铺单据', en: 'cases that could not be read at their store' },
      advice: {
        'zh-CN': '先更新店铺令牌或接口地址，再重新投递。',
        en: 'Mend the token or the address of the store, then redrive them.',
      },
    },
  ],
  [
    'reconcile',
    {
      what: { 'zh-CN': '失败的店铺核对', en: 'runs of the listing that failed' },
      advice: {
        'zh-CN': '多为令牌被拒：更新令牌即可，下一次核对会从中断处继续。这些死信删除即可。',
        en: 'A refused token, as a rule: mend it, and the next run goes on from where the last one came. Delete them.',
      },
    },
  ],
  [
    'follows',
    {
      what: { 'zh-CN': '订阅不上的运单号', en: 'numbers that could not be subscribed' },
      advice: {
        'zh-CN': '先更新物流源账号的密钥，再重新投递。',
        en: 'Mend the key of the account at the carrier feed, then redrive them.',
      },
    },
  ],
  [
    'deliver-',
    {
      what: { 'zh-CN': '仓库系统没有明确答复的预报', en: 'calls that a warehouse gave no clear answer to' },
      advice: {
        'zh-CN': '请仓库方修好系统，再重新投递；会按当时的实际情况通知仓库。',
        en: 'Let the warehouse mend its system, then redrive them: it is told what is true by then.',
      },
    },
  ],
  [
    'sweep',
    {
      what: { 'zh-CN': '失败的巡检', en: 'runs of the sweep that failed' },
      advice: {
        'zh-CN': '不用重新投递：下一分钟会再巡检。删除即可。',
        en: 'Nothing to redrive: the next minute sweeps again. Delete them.',
      },
    },
  ],
  [
    'to-',
    {
      what: { 'zh-CN': '仓库系统五次退回的预报', en: "pre-advices that the warehouse's system gave back five times" },
      advice: {
        'zh-CN': '请读取该队列的仓库方修好系统，再重新投递。',
        en: 'Let whoever reads the queue mend it, then redrive them.',
      },
    },
  ],
  [
    'unpublishable',
    {
      what: { 'zh-CN': '事件总线不收的变更', en: 'changes that the bus will never take' },
      advice: {
        'zh-CN': '是缺陷：修好后，对 change.record 里的单据重新发布事件。',
        en: 'A defect: mend it, then send the events of the record in change.record again.',
      },
    },
  ],
  [
    'change-stream',
    {
      what: { 'zh-CN': '没发布出去的一段变更', en: 'a stretch of changes that was not published' },
      advice: {
        'zh-CN': '对那段时间写过的单据重新发布事件。',
        en: 'Send the events of the records that were written in that time again.',
      },
    },
  ],
  [
    'outbox-stream',
    {
      what: { 'zh-CN': '没做的一段后续动作', en: 'a stretch of records from which nothing followed' },
      advice: {
        'zh-CN': '对那段时间写过的单据重建，后续动作会重新做。',
        en: 'Rebuild the records that were written in that time: all that follows from them follows again.',
      },
    },
  ],
];

const unknown: DeadLetterWords = {
  what: { 'zh-CN': '未能处理的消息', en: 'messages that could not be worked off' },
  advice: {
    'zh-CN': '按 docs/operate.md 的 Dead letters 一节处理。',
    en: 'See Dead letters in docs/operate.md.',
  },
};

export function deadLetterWords(queue: string): DeadLetterWords {
  return rows.find(([begin]) => queue.startsWith(begin))?.[1] ?? unknown;
}
