import * as z from 'zod';
import { actBodies } from '#shared/acting/act-body.ts';
import type { Instant } from '#shared/returns/record/instant.ts';
import { contract } from '../contract.ts';
import { actTaken } from '../shapes/act-taken.ts';
import { parcelRecord } from '../shapes/parcel-record.ts';
import { parcelPath } from '../shapes/path.ts';

const owner = { person: '4f1c', since: '2026-03-10T09:00:00.000Z' as Instant };

export const takeParcelAct = contract({
  summary: {
    'zh-CN': '对包裹做一个操作：领取、转派、备注、稍后跟进、分配件数等',
    en: 'Takes an act on a parcel: claim, reassign, note, snooze, say whose the goods are and so on',
  },
  path: parcelPath,
  body: actBodies.parcel,
  reply: z.object({ n: actTaken, parcel: parcelRecord }),
  problems: ['noPerson', 'noIdempotencyKey', 'actNotPossible', 'actNotNow'],
  example: {
    body: { act: 'claim', key: '5f0c2a7e' },
    reply: {
      n: 1,
      parcel: {
        number: 'SF1234567890',
        version: 4,
        stage: 'delivered',
        sides: [],
        receivedAt: '2026-03-10T08:00:00.000Z' as Instant,
        cases: [],
        unclaimed: true,
        unclaimedSince: '2026-03-10T08:00:00.000Z' as Instant,
        work: { owner, notes: 0, touchedAt: owner.since },
      },
    },
  },
});
