import * as z from 'zod';
import { flags } from '../work/part.ts';
import { workAct } from './work-act.ts';

const colours = {
  red: { 'zh-CN': '红旗', en: 'red' },
  yellow: { 'zh-CN': '黄旗', en: 'yellow' },
  green: { 'zh-CN': '绿旗', en: 'green' },
  blue: { 'zh-CN': '蓝旗', en: 'blue' },
  purple: { 'zh-CN': '紫旗', en: 'purple' },
} as const;

/** Puts a flag on a record, in place of the one that it has, or takes it off. */
export const flag = workAct(
  'flag',
  { flag: z.enum([...flags, 'none']) },
  {
    roles: ['agent', 'merchant-approver', 'warehouse', 'admin'],
    refusal: () => undefined,
    does: ({ flag: _flag, ...rest }, act) => (act.flag === 'none' ? rest : { ...rest, flag: act.flag }),
    code: 'flagged',
    words: ({ flag: colour }) =>
      colour === 'none'
        ? [{ 'zh-CN': '取消旗标', en: 'Took the flag off' }]
        : [{ 'zh-CN': `标记${colours[colour]['zh-CN']}`, en: `Flagged it ${colours[colour].en}` }],
  },
);
