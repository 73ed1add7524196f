import { type RecordName, textOfRecord } from '#shared/messages/record-name.ts';
import type { PersonalDataReader, PersonalDataTable } from '#shared/recording/ports.ts';
import { notNow, type Refusal, wrong } from '#shared/returns/acts/refusal.ts';
import { digest } from '#shared/returns/record/digest.ts';
import type { Instant } from '#shared/returns/record/instant.ts';
import { noteField } from '#shared/returns/work/notes.ts';
import type { Acting } from './acting.ts';

interface Note {
  readonly text: string;
  readonly at: Instant;
  /** Of who wrote it, and the key under which they asked. */
  readonly person: string;
  readonly key: string;
}

/**
 * Keeps what a note says among the personal data of its record, so that whoever erases that erases it, too. The same note asked for again is kept once.
 * @returns the id by which the act names it.
 */
export async function keepNote(
  acting: Acting,
  record: RecordName,
  { text, at, person, key }: Note,
): Promise<{ readonly noteId: string } | { readonly refusal: Refusal }> {
  const noteId = digest(textOfRecord(record), person, key);
  const people = peopleOf(acting, record);
  const before = await textIn(people, noteId);
  if (before === 'none') {
    await people.put({ [noteField(noteId)]: text }, at);
  }
  const kept = before === 'none' ? await textIn(people, noteId) : before;
  if (typeof kept === 'string') {
    return { refusal: kept === 'erased' ? wasErased : noRoom };
  }
  return kept.text === text ? { noteId } : { refusal: otherNote };
}

const wasErased = notNow(
  'person-erased',
  '这里的个人信息已被清除，不再保存备注',
  'personal data was erased here, and no note is kept any more',
);
const noRoom = notNow('no-room', '备注和照片太多，放不下了', 'there is no room for another note');
const otherNote = wrong('key-used', '这个幂等键已用于另一条备注', 'this key was used for another note');

interface People {
  readonly put: (fields: Readonly<Record<string, string>>, at: Instant) => Promise<unknown>;
  readonly read: () => ReturnType<PersonalDataReader['readPersonalData']>;
}

function peopleOf({ cases, parcels }: Acting, record: RecordName): People {
  const of = (table: PersonalDataTable & PersonalDataReader, key: string): People => ({
    put: async (fields, at) => await table.putPersonalData(key, fields, at),
    read: async () => await table.readPersonalData(key),
  });
  return 'parcel' in record ? of(parcels, record.parcel) : of(cases, record.caseKey);
}

async function textIn({ read }: People, noteId: string): Promise<{ readonly text: string } | 'none' | 'erased'> {
  const known = await read();
  if (known === 'erased') {
    return 'erased';
  }
  const text = known?.[noteField(noteId)];
  return typeof text === 'string' ? { text } : 'none';
}
