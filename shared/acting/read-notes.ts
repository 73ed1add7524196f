import type { RecordName } from '#shared/messages/record-name.ts';
import type { CaseTable, ParcelTable, PersonalDataReader } from '#shared/recording/ports.ts';
import { isAct, type NumberedAct } from '#shared/returns/acts/acts.ts';
import type { Instant } from '#shared/returns/record/instant.ts';
import { noteField } from '#shared/returns/work/notes.ts';

/** What notes are read from. */
export interface NoteReads {
  readonly cases: Pick<CaseTable, 'readActs'> & PersonalDataReader;
  readonly parcels: Pick<ParcelTable, 'readActs'> & PersonalDataReader;
}

/** What a person wrote down, for who may see the record. */
export interface Note {
  readonly n: number;
  readonly at: Instant;
  /** By their subject id. */
  readonly by: string;
  readonly text: string;
}

/** All notes of a record, oldest first; none of them once its personal data was erased. */
export async function readNotes({ cases, parcels }: NoteReads, record: RecordName): Promise<Note[]> {
  return 'parcel' in record ? await notesIn(parcels, record.parcel) : await notesIn(cases, record.caseKey);
}

async function notesIn(table: NoteReads['cases'] | NoteReads['parcels'], key: string): Promise<Note[]> {
  const acts = await table.readActs(key);
  const texts = await readNoteTexts(table, key, acts);
  return acts.flatMap(({ n, act }) => {
    const text = isAct(act) && act.act === 'note' ? texts[act.noteId] : undefined;
    return text === undefined || !('person' in act.by) ? [] : [{ n, at: act.at, by: act.by.person, text }];
  });
}

/** What the notes among some acts of a record say, by their ids. Personal data is read only where there are any. */
export async function readNoteTexts(
  table: PersonalDataReader,
  key: string,
  acts: readonly NumberedAct[],
): Promise<Readonly<Record<string, string>>> {
  const ids = acts.flatMap(({ act }) => (isAct(act) && act.act === 'note' ? [act.noteId] : []));
  const known = ids.length > 0 ? await table.readPersonalData(key) : undefined;
  const kept = known === undefined || known === 'erased' ? {} : known;
  return Object.fromEntries(
    ids.flatMap((id) => {
      const text = kept[noteField(id)];
      return typeof text === 'string' ? [[id, text]] : [];
    }),
  );
}
