import type { Answered } from '#shared/api/client.ts';
import type { EntryName } from '#shared/returns/attention/entry.ts';

type Sheet = NonNullable<Extract<Answered<'showShift'>, { readonly ok: true }>['body']>;
export type ShiftLine = Sheet['open'][number];
export type ShiftRecord = ShiftLine['record'];

/** So many are accepted in one request. */
const mostAtOnce = 100;

/** By which a line is known among all. */
export function lineIdOf(record: ShiftRecord): string {
  return 'parcel' in record ? `parcel ${record.parcel}` : `case ${record.caseKey}`;
}

/** What stands on a sheet: what is open first, then promises on what is closed. */
export function linesOf(sheets: readonly Sheet[]): ShiftLine[] {
  const all = [...sheets.flatMap(({ open }) => open), ...sheets.flatMap(({ promises }) => promises)];
  return [...new Map(all.map((line) => [lineIdOf(line.record), line])).values()];
}

/** The number that people know a record by. A key is `<source>:<shop>:<case id>`, and neither source nor shop has a colon. */
export function numberIn(record: ShiftRecord): string {
  return 'parcel' in record ? record.parcel : record.caseKey.split(':').slice(2).join(':');
}

export function nameIn(record: ShiftRecord): EntryName {
  return 'parcel' in record ? { record: 'parcel', number: record.parcel } : { record: 'case', key: record.caseKey };
}

/** Records in as many parts as requests take. */
export function inRequests(records: readonly ShiftRecord[], most = mostAtOnce): ShiftRecord[][] {
  return Array.from({ length: Math.ceil(records.length / most) }, (_, part) =>
    records.slice(part * most, (part + 1) * most),
  );
}
