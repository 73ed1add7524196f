import * as z from 'zod';
import type { RecordKind } from '#shared/returns/acts/act.ts';
import { type ActName, acts } from '#shared/returns/acts/acts.ts';

const mostNoteChars = 1000;

/** What people send beside what the act itself holds. */
const envelope = {
  ifAct: z.int().min(0).default(0).describe('the number of the last act of this record that you saw'),
  key: z.exactOptional(z.string().min(1).max(128)).describe('idempotency key, where it is not in a header'),
};

/** What people send of an act where that is not what it holds: what a note says is kept apart from it. */
const sentOf: { readonly [Name in ActName]?: z.ZodRawShape } = {
  note: {
    text: z.string().trim().min(1).max(mostNoteChars).describe('kept among the personal data of the record'),
    promisedUntil: acts.note.input.promisedUntil,
  },
};

function namesOn(record: RecordKind): ActName[] {
  return (Object.keys(acts) as ActName[]).filter((name) => acts[name].on.includes(record));
}

function bodyOf(name: ActName) {
  return z.strictObject({ act: z.literal(name), ...(sentOf[name] ?? acts[name].input), ...envelope });
}

/** An act as it is asked for, checked. */
export interface AskedAct {
  readonly act: string;
  readonly ifAct: number;
  readonly key?: string;
  readonly [field: string]: unknown;
}

function bodiesOn(record: RecordKind): z.ZodType<AskedAct> {
  const [first, ...more] = namesOn(record).map(bodyOf);
  return z.discriminatedUnion('act', [first as ReturnType<typeof bodyOf>, ...more]) as z.ZodType<AskedAct>;
}

/** The body of a request for an act, by what it is on. */
export const actBodies: Readonly<Record<RecordKind, z.ZodType<AskedAct>>> = {
  case: bodiesOn('case'),
  parcel: bodiesOn('parcel'),
};
