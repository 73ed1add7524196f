import type { Texts } from '#shared/words/locale.ts';

/** What the welcome says besides the words that the API has. */
export const welcomeWords = {
  hello: { 'zh-CN': 'Backhaul：本机 AWS 上的演示', en: 'Backhaul: a demo on a local AWS' },
  senders: { 'zh-CN': '启动模拟的店铺、快递和仓库', en: 'stores, carriers and warehouses are coming to work' },
  seeding: {
    'zh-CN': '过去几天的退货正在经签名的 webhook 发生',
    en: 'the returns of the last days come about, by signed webhooks',
  },
  settling: { 'zh-CN': '等待每个单子各就各位', en: 'waiting until every return is where it should be' },
  strays: { 'zh-CN': '不属于任何售后单', en: 'Beside the cases' },
  past: {
    'zh-CN': '演示开始之前的事是一次性告知 Backhaul 的：当时它自己所做的（如退货预报）记的是演示的时间。',
    en: 'Backhaul heard at once of all that happened before the demo began: its own acts, such as pre-advices, bear the time of the demo.',
  },
  wrong: { 'zh-CN': '演示自检，与剧本不符：', en: 'The demo checked itself, and is not as it should be:' },
  arrived: {
    'zh-CN': '一切就绪：每个单子都在它该在的状态。',
    en: 'Everything arrived: every return is as its episode says.',
  },
  living: {
    'zh-CN': '演示继续进行，不时有事发生；两三分钟后，一家抖店的推送会中断（4400456）。Ctrl-C 结束。',
    en: 'It lives on: every some seconds something happens; in two or three minutes the webhooks of a Doudian shop fall silent (4400456). Ctrl-C ends it.',
  },
  quiet: {
    'zh-CN': '保持现状，模拟的店铺和仓库已下班；Ctrl-C 结束。',
    en: 'It stands still, its senders and warehouses gone home. Ctrl-C ends it.',
  },
  ended: { 'zh-CN': '结束', en: 'Ended.' },
} as const satisfies Readonly<Record<string, Texts>>;

export function toldText(done: number, all: number): Texts {
  return { 'zh-CN': `   ${all} 个故事讲了 ${done} 个`, en: `   ${done} of ${all} episodes are told` };
}

export function inboxText(messages: number): Texts {
  return {
    'zh-CN': `   等待收件队列：还有 ${messages} 条消息`,
    en: `   waiting for the inbox: ${messages} messages left`,
  };
}

export function queuesText(queues: string): Texts {
  return { 'zh-CN': `   等待队列清空：${queues}`, en: `   waiting for queues: ${queues}` };
}

export function differencesText(count: number, first: string): Texts {
  return {
    'zh-CN': `   还有 ${count} 处未就绪，其一：${first}`,
    en: `   waiting for ${count} things, the first: ${first}`,
  };
}

export function readyText(seconds: number): Texts {
  return { 'zh-CN': `${seconds} 秒后就绪`, en: `ready after ${seconds} s` };
}

export function countText(cases: number, deliveries: number): Texts {
  return {
    'zh-CN': `${cases} 个售后单，来自 ${deliveries} 条签名消息`,
    en: `${cases} returns, told by ${deliveries} signed webhooks`,
  };
}
