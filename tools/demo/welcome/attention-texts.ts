import type { Texts } from '#shared/words/locale.ts';

/** What stands around the attention list at the end of the welcome. */
export const attentionWelcome = {
  'zh-CN': '待办：先做什么（先看剩余时间分档，同一档里金额大的在前）',
  en: 'What to do, and what first: in bands by the time that is left, and within each the larger sum',
  nobody: { 'zh-CN': '无人领取', en: 'nobody has it' },
  nobodyHasAny: { 'zh-CN': '以下各项均无人领取', en: 'Nobody has taken any of these yet.' },
  platform: { 'zh-CN': '平台', en: 'platform:' },
  groups: {
    'zh-CN': '按待办类型（同一单可能出现在几类里）',
    en: 'By what is to do; one return may stand in several, with its sum',
  },
} as const satisfies Texts & Readonly<Record<'nobody' | 'nobodyHasAny' | 'platform' | 'groups', Texts>>;

export function waitingText(duration: string): Texts {
  return { 'zh-CN': `已等 ${duration}`, en: `for ${duration}` };
}

export function leftToDoText(count: number): Texts {
  return { 'zh-CN': `另有 ${count} 项：GET /attention`, en: `and ${count} more: GET /attention` };
}
