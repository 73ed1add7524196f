import type { Texts } from './locale.ts';

/** What is wrong with one field of a request, for the person who sent it. */
export const fieldWords = {
  missing: () => ({ 'zh-CN': '缺少此项', en: 'is missing' }),
  unknown: () => ({ 'zh-CN': '没有此项', en: 'is no field of this request' }),
  text: () => ({ 'zh-CN': '须为文本', en: 'must be a text' }),
  number: () => ({ 'zh-CN': '须为数字', en: 'must be a number' }),
  wholeNumber: () => ({ 'zh-CN': '须为整数', en: 'must be a whole number' }),
  flag: () => ({ 'zh-CN': '须为 true 或 false', en: 'must be true or false' }),
  list: () => ({ 'zh-CN': '须为列表', en: 'must be a list' }),
  object: () => ({ 'zh-CN': '须为对象', en: 'must be an object' }),
  oneOf: (known: string) => ({ 'zh-CN': `须为以下之一：${known}`, en: `must be one of: ${known}` }),
  most: (most: string) => ({ 'zh-CN': `最大为 ${most}`, en: `must be ${most} or less` }),
  least: (least: string) => ({ 'zh-CN': `最小为 ${least}`, en: `must be ${least} or more` }),
  mostLong: (most: string) => ({ 'zh-CN': `最多 ${most} 个`, en: `must have at most ${most} characters or entries` }),
  leastLong: (least: string) => ({
    'zh-CN': `至少 ${least} 个`,
    en: `must have at least ${least} characters or entries`,
  }),
  time: () => ({
    'zh-CN': '须为 UTC 时间，例如 2026-01-15T08:00:00.000Z',
    en: 'must be a UTC time, as 2026-01-15T08:00:00.000Z',
  }),
  cursor: () => ({ 'zh-CN': '须原样取自上一次的应答', en: 'must be what an answer before gave, unchanged' }),
  wrong: () => ({ 'zh-CN': '格式不对', en: 'has not the form that it must have' }),
} as const satisfies Readonly<Record<string, (figure: string) => Texts>>;
export type FieldFault = keyof typeof fieldWords;
