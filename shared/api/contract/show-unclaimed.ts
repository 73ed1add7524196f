import * as z from 'zod';
import { candidateReasons } from '#shared/returns/attention/candidates.ts';
import { contract } from '../contract.ts';
import { caseEntry, parcelEntry } from '../shapes/entry.ts';
import { caseEntryExample, parcelEntryExample } from '../shapes/entry-example.ts';
import { parcelPath } from '../shapes/path.ts';

export const showUnclaimed = contract({
  summary: {
    'zh-CN': '一个无主件，及其可能所属的售后单',
    en: 'One unclaimed parcel, with the cases that it may belong to',
  },
  path: parcelPath,
  query: z.strictObject({
    tail: z
      .exactOptional(z.string().regex(/^\d{4}$/))
      .describe('the last four digits of the phone that stands on the parcel'),
  }),
  reply: z.object({
    parcel: parcelEntry,
    candidates: z
      .array(z.object({ entry: caseEntry, reasons: z.array(z.enum(candidateReasons)) }))
      .describe('the likelier first'),
  }),
  problems: ['unknownParcel'],
  example: {
    reply: { parcel: parcelEntryExample, candidates: [{ entry: caseEntryExample, reasons: ['skus', 'dates'] }] },
  },
});
