import * as z from 'zod';
import type { Instant } from '#shared/returns/record/instant.ts';
import { count, instant, text } from '#shared/returns/record/values.ts';
import { contract } from '../contract.ts';
import { caseEntry } from '../shapes/entry.ts';
import { caseEntryExample } from '../shapes/entry-example.ts';
import { recordName } from '../shapes/record-name.ts';
import { work } from '../shapes/work.ts';

const note = z
  .object({ n: count, at: instant, by: text, text: z.string() })
  .meta({ id: 'Note', description: 'What a person wrote down.' });

const { todos, platform, own, work: entryWork } = caseEntry.shape;
const { owner, offered, flag, snooze, handled } = entryWork.shape;
const line = z
  .object({ record: recordName, todos, platform, own, owner, offered, flag, snooze, handled })
  .extend({ promised: work.shape.promised, notes: z.array(note).describe('the oldest first') })
  .meta({ id: 'ShiftLine', description: 'One record that the next shift has to know of.' });

export const showShift = contract({
  summary: {
    'zh-CN': '交接单：手上未结的、对买家的承诺、备注',
    en: 'The sheet of a shift: open records, promises and notes',
  },
  query: z.strictObject({
    of: z.enum(['mine', 'offered']).default('mine').describe('what I have, or what was handed over'),
    team: z.exactOptional(text).describe('of what was handed over: to this team; without it, to me'),
  }),
  reply: z.object({
    open: z.array(line).describe('the shorter time first'),
    promises: z.array(line).describe('what buyers were promised, the earlier first'),
  }),
  problems: ['noPerson'],
  example: {
    query: { of: 'mine' },
    reply: {
      open: [
        {
          record: { caseKey: caseEntryExample.key },
          todos: caseEntryExample.todos,
          owner: { person: '4f1c', since: '2026-03-10T02:00:00.000Z' as Instant },
          notes: [{ n: 2, at: '2026-03-10T03:00:00.000Z' as Instant, by: '4f1c', text: '买家明天寄出' }],
        },
      ],
      promises: [],
    },
  },
});
