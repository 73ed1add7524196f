import * as z from 'zod';
import { flags } from '../work/part.ts';
import { flagTexts } from '../work/work-texts.ts';
import { workAct } from './work-act.ts';

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
        : [{ 'zh-CN': `标记${flagTexts[colour]['zh-CN']}`, en: `Flagged it ${flagTexts[colour].en}` }],
  },
);
