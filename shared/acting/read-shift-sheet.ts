import { textOfRecord } from '#shared/messages/record-name.ts';
import type { CaseTable, ParcelTable } from '#shared/recording/ports.ts';
import type { Entry } from '#shared/returns/attention/entry.ts';
import { type NoteReads, readNotes } from './read-notes.ts';
import { entriesOf, recordOf, type SheetOf, type ShiftSheet, shiftSheetOf, type Written } from './shift-sheet.ts';

/** What a sheet is read from, beside the entries of lists. */
export interface SheetReads extends NoteReads {
  readonly cases: NoteReads['cases'] & Pick<CaseTable, 'readSnapshot'>;
  readonly parcels: NoteReads['parcels'] & Pick<ParcelTable, 'readSnapshot'>;
}

/**
 * The sheet of a shift. Notes and promises are read where somebody wrote any: they stand with their records, not in lists.
 *
 * @param entries - Those that the reader may see.
 */
export async function readShiftSheet(reads: SheetReads, entries: readonly Entry[], of: SheetOf): Promise<ShiftSheet> {
  const noted = entriesOf(entries, of).filter(({ work }) => work.notes > 0);
  const written = await Promise.all(
    noted.map(
      async (entry): Promise<[string, Written]> => [textOfRecord(recordOf(entry)), await readWritten(reads, entry)],
    ),
  );
  return shiftSheetOf(entries, of, new Map(written));
}

async function readWritten(reads: SheetReads, entry: Entry): Promise<Written> {
  const record = recordOf(entry);
  const read =
    'parcel' in record ? reads.parcels.readSnapshot(record.parcel) : reads.cases.readSnapshot(record.caseKey);
  const [stored, notes] = await Promise.all([read, readNotes(reads, record)]);
  const promised = stored?.snapshot.work?.promised;
  return { notes, ...(promised && { promised }) };
}
