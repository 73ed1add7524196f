/** Which record: a case by its key, or a parcel by its tracking number. */
export type RecordName = { readonly caseKey: string } | { readonly parcel: string };

/** One text for each record, to tell them apart. */
export function textOfRecord(record: RecordName): string {
  return 'parcel' in record ? `parcel ${record.parcel}` : `case ${record.caseKey}`;
}
