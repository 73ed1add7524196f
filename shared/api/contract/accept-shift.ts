import * as z from 'zod';
import { shiftBody } from '#shared/acting/accept-shift.ts';
import { text } from '#shared/returns/record/values.ts';
import { contract } from '../contract.ts';
import { actTaken } from '../shapes/act-taken.ts';
import { recordName } from '../shapes/record-name.ts';
import { texts } from '../shapes/texts.ts';
import { owner } from '../shapes/work.ts';

const ofRecord = z
  .object({
    record: recordName,
    n: z.exactOptional(actTaken).describe('where it was accepted: the number of the act'),
    code: z.exactOptional(text).describe('where it was not: why, for tools'),
    text: z.exactOptional(texts).describe('why, for people'),
    owner: z.exactOptional(owner).describe('who has it by now, where that is why'),
  })
  .meta({ id: 'ShiftAnswer', description: 'What came of accepting one record.' });

export const acceptShift = contract({
  summary: {
    'zh-CN': '接收交接：一次接收上一班交来的全部单据',
    en: 'Accepts what the shift before handed over, all at once',
  },
  body: shiftBody,
  reply: z.object({ records: z.array(ofRecord).describe('in the order in which they were asked for') }),
  problems: ['noPerson', 'noIdempotencyKey'],
  example: {
    body: { records: [{ caseKey: 'standard:main:RMA-1001' }, { parcel: 'SF1234567890' }], key: '5f0c2a7e' },
    reply: {
      records: [
        { record: { caseKey: 'standard:main:RMA-1001' }, n: 5 },
        {
          record: { parcel: 'SF1234567890' },
          code: 'not-offered',
          text: { 'zh-CN': '没有待接收的交接', en: 'it was not handed over' },
        },
      ],
    },
  },
});
