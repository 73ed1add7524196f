import * as z from 'zod';
import { instant } from '../record/values.ts';
import { notLater } from '../work/later.ts';
import { snoozeReasons } from '../work/part.ts';
import { snoozeReasonTexts } from '../work/work-texts.ts';
import { workAct } from './work-act.ts';

/** Puts a record off: until then nobody is asked for it, but for a platform's deadline, which waits for nobody. */
export const snooze = workAct(
  'snooze',
  { until: instant, reason: z.enum(snoozeReasons) },
  {
    roles: ['agent', 'merchant-approver', 'warehouse', 'admin'],
    refusal: ({ until, at }) => notLater(until, at),
    does: (work, { until, reason, at, by }) => ({ ...work, snooze: { until, reason, at, by: by.person } }),
    code: 'snoozed',
    words: ({ until, reason }, _caseKey, { time }) => [
      { 'zh-CN': `${time(until)} 再跟进`, en: `To be followed up at ${time(until)}` },
      snoozeReasonTexts[reason],
    ],
  },
);
