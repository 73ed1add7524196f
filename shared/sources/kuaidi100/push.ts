import * as z from 'zod';
import { cleaned } from '#shared/identifiers/cleaned.ts';

const word = z.string().overwrite(cleaned);
const text = word.nullish();
/** Codes are texts in the documentation; a number says the same. */
const code = z.union([word, z.int()], 'must be a code').nullish();

/** `status` is the word for the code, which stands there where no code was asked for. */
const row = z.object({ time: text, ftime: text, statusCode: code, status: text });
export type Row = z.output<typeof row>;

/**
 * A push, without what may name people or places (`context`, `location`, `areaName` …). Each is all that Kuaidi100 knows of the parcel, the newest
 * row first (platforms-cn.md, 11c).
 */
export const pushSchema = z.object({
  status: text,
  /** Set where Kuaidi100 found that the number is another carrier's. */
  comNew: word.regex(/^[a-z0-9_-]{0,60}$/i, 'must be the code of a carrier').nullish(),
  /** The carrier that was wrong. */
  comOld: text,
  lastResult: z.object({ nu: z.string(), com: text, state: code, data: z.array(row).nullish() }),
  /** The route under another number, which a parcel goes on with after a hand-over; only where a subscription asks for it (`interCom`). */
  destResult: z.unknown().optional(),
});
export type Push = z.output<typeof pushSchema>;
