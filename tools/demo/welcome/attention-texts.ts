import type { Texts } from '#shared/words/locale.ts';

/** What stands around the attention list at the end of the welcome. */
export const attentionWelcome = {
  'zh-CN': '待办：先做什么（先看剩余时间，同一档里金额大的在前）',
  en: 'What to do, and what first: by the time that is left, and within that the larger sum',
  nobody: { 'zh-CN': '无人领取', en: 'nobody has it' },
  platform: { 'zh-CN': '平台', en: 'platform:' },
} as const satisfies Texts & Readonly<Record<'nobody' | 'platform', Texts>>;

export function waitingText(duration: string): Texts {
  return { 'zh-CN': `已等 ${duration}`, en: `for ${duration}` };
}

export function leftToDoText(count: number): Texts {
  return { 'zh-CN': `另有 ${count} 项：GET /attention`, en: `and ${count} more: GET /attention` };
}
