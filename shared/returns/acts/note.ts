import * as z from 'zod';
import { instant } from '../record/values.ts';
import { notLater } from '../work/later.ts';
import { workAct } from './work-act.ts';

/**
 * Writes something down. What it says may name people: it stands among the personal data of the record, under the id that stands here. With a time, the buyer was
 * promised something until then; with null, what was promised was kept.
 */
export const note = workAct(
  'note',
  { noteId: z.string().regex(/^[0-9a-f]{32}$/), promisedUntil: z.exactOptional(z.nullable(instant)) },
  {
    roles: ['agent', 'merchant-approver', 'warehouse', 'admin'],
    refusal: ({ promisedUntil, at }) => (promisedUntil ? notLater(promisedUntil, at) : undefined),
    does: (work, { promisedUntil, at, by }) => {
      const { promised, ...rest } = { ...work, notes: work.notes + 1 };
      const own = promisedUntil ? { until: promisedUntil, at, by: by.person } : promised;
      return { ...rest, ...(own && promisedUntil !== null && { promised: own }) };
    },
    code: 'noted',
    words: ({ promisedUntil }, _caseKey, { time }) => [
      { 'zh-CN': '备注', en: 'Wrote a note' },
      ...(promisedUntil
        ? [{ 'zh-CN': `答应买家最迟 ${time(promisedUntil)}`, en: `promised the buyer by ${time(promisedUntil)}` }]
        : []),
      ...(promisedUntil === null ? [{ 'zh-CN': '对买家的承诺已兑现', en: 'what was promised was kept' }] : []),
    ],
  },
);
