import * as z from 'zod';
import { actBodies } from '#shared/acting/act-body.ts';
import type { Instant } from '#shared/returns/record/instant.ts';
import { contract } from '../contract.ts';
import { actTaken } from '../shapes/act-taken.ts';
import { caseShape } from '../shapes/case.ts';
import { caseExample } from '../shapes/case-example.ts';
import { casePath } from '../shapes/path.ts';

const owner = { person: '4f1c', since: '2026-03-10T09:00:00.000Z' as Instant };

export const takeCaseAct = contract({
  summary: {
    'zh-CN': '对售后单做一个操作：领取、转派、备注、稍后跟进、已在平台处理等',
    en: 'Takes an act on a case: claim, reassign, note, snooze, handled on the platform and so on',
  },
  path: casePath,
  body: actBodies.case,
  reply: z.object({ n: actTaken, case: caseShape }),
  problems: ['noPerson', 'noIdempotencyKey', 'actNotPossible', 'actNotNow'],
  example: {
    body: { act: 'claim', key: '5f0c2a7e' },
    reply: { n: 3, case: { ...caseExample, work: { owner, notes: 0, touchedAt: owner.since } } },
  },
});
