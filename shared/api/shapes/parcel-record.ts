import * as z from 'zod';
import { parcelSides, parcelStages } from '#shared/returns/carrier/parcel-stages.ts';
import { count, instant, text, type Value } from '#shared/returns/record/values.ts';
import { work } from './work.ts';

export const parcelRecord = z
  .object({
    number: text,
    version: count.describe('grows with each change of the parcel'),
    carrier: z.exactOptional(text),
    stage: z.enum(parcelStages),
    sides: z.array(z.enum(parcelSides)).describe('what went wrong on its way'),
    movedAt: z.exactOptional(instant),
    receivedAt: z.exactOptional(instant),
    cases: z.array(text).describe('keys of the cases that name it'),
    unclaimed: z.boolean().describe('goods have come and no case counts them'),
    unclaimedSince: z.exactOptional(instant),
    candidates: z.exactOptional(z.array(text)).describe('what its number may be besides, the likelier first'),
    work: z.exactOptional(work).describe('absent while nobody worked on it'),
    updatedAt: z.exactOptional(instant),
  })
  .meta({ id: 'ParcelRecord', description: 'The record of one tracking number.' });
export type ParcelRecord = Value<typeof parcelRecord>;
