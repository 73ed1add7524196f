import * as z from 'zod';
import type { RecordName } from '#shared/messages/record-name.ts';
import { noSuch } from '#shared/returns/acts/asked-wrongly.ts';
import type { Refusal } from '#shared/returns/acts/refusal.ts';
import type { Acting, Caller } from './acting.ts';
import { takeAct } from './take-act.ts';

/** So many are answered well within a request. */
const mostRecords = 100;

const recordName = z.union([
  z.strictObject({ caseKey: z.string().min(1).max(600) }),
  z.strictObject({ parcel: z.string().min(1).max(64) }),
]);

/** The body of a request to accept what was handed over: the records of the sheet. */
export const shiftBody = z.strictObject({
  records: z.array(recordName).min(1).max(mostRecords),
  key: z.exactOptional(z.string().min(1).max(128)).describe('idempotency key, where it is not in a header'),
});

/** Of one record: accepted, under this number, or why not. */
export type ShiftAnswer = { readonly record: RecordName } & ({ readonly n: number } | { readonly refusal: Refusal });

export interface ShiftRequest {
  readonly caller: Caller;
  readonly records: readonly RecordName[];
  readonly key: string;
  /** The record that is meant, if it is there and the caller's to see. */
  readonly find: (record: RecordName) => Promise<RecordName | undefined>;
}

/** Accepts all that the shift before handed over, each by itself: what cannot be accepted holds up nothing. */
export async function acceptShift(
  acting: Acting,
  { caller, records, key, find }: ShiftRequest,
): Promise<readonly ShiftAnswer[]> {
  return await Promise.all(
    records.map(async (record): Promise<ShiftAnswer> => {
      const found = await find(record);
      return found
        ? { record, ...(await takeAct(acting, { caller, record: found, asked: { act: 'accept', ifAct: 0 }, key })) }
        : { record, refusal: noSuch('parcel' in record ? 'parcel' : 'case') };
    }),
  );
}
