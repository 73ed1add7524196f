import * as z from 'zod';
import { text } from '#shared/returns/record/values.ts';

export const recordName = z
  .union([z.object({ caseKey: text }), z.object({ parcel: text })])
  .meta({ id: 'RecordName', description: 'A case by its key, or a parcel by its number.' });
