import * as z from 'zod';
import { deeds } from '../work/part.ts';
import { deedTexts } from '../work/work-texts.ts';
import { workAct } from './work-act.ts';

/** Says what was done in the store's own back office. It counts for nothing but the list: the store's word decides. */
export const handledOnPlatform = workAct(
  'handled-on-platform',
  { did: z.enum(deeds) },
  {
    onlyCases: true,
    roles: ['agent', 'merchant-approver', 'admin'],
    refusal: () => undefined,
    does: (work, { did, at, by }) => ({ ...work, handled: { did, at, by: by.person, state: 'awaited' } }),
    code: 'handled-on-platform',
    words: ({ did }) => [
      { 'zh-CN': `已在平台处理：${deedTexts[did]['zh-CN']}`, en: `Handled on the platform: ${deedTexts[did].en}` },
      { 'zh-CN': '待平台回传', en: "the store's word is awaited" },
    ],
  },
);
