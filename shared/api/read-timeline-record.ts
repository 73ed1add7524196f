import { type NoteReads, readNoteTexts } from '#shared/acting/read-notes.ts';
import type { CaseTable, ParcelTable, StoredRecord } from '#shared/recording/ports.ts';
import type { CaseSnapshot } from '#shared/returns/case/case.ts';
import type { StoryParcel, StoryRecord } from '#shared/returns/case/story.ts';
import type { CaseParcel } from '#shared/returns/tracking/part.ts';

/** What is read to answer. */
export interface ApiReads {
  readonly cases: Pick<CaseTable, 'readSnapshot' | 'readObservations'> & NoteReads['cases'];
  readonly parcels: Pick<ParcelTable, 'readSnapshot' | 'readObservations'> & NoteReads['parcels'];
}

/** What a case's story is told from, and what people's notes say, which stands apart from it: by the ids of the notes. */
export interface TimelineRecord extends StoryRecord {
  readonly notes: Readonly<Record<string, string>>;
}

/** Reads what a case's story is told from: its own facts and acts, and those of every parcel that it ever named. */
export async function readTimelineRecord(
  { cases, parcels }: ApiReads,
  { snapshot, told, lastAct }: StoredRecord<CaseSnapshot>,
): Promise<TimelineRecord> {
  const [observations, acts, read] = await Promise.all([
    cases.readObservations(snapshot.key),
    lastAct === 0 ? [] : cases.readActs(snapshot.key),
    Promise.all(snapshot.parcels.filter(isAttributed).map(({ number }) => readParcel(parcels, number))),
  ]);
  const texts = await Promise.all([
    readNoteTexts(cases, snapshot.key, acts),
    ...read.map(({ number, acts: own }) => readNoteTexts(parcels, number, own)),
  ]);
  return { snapshot, told, observations, acts, parcels: read, notes: Object.assign({}, ...texts) };
}

/** What is known of a number that nobody can attribute belongs to no case. */
function isAttributed({ state }: CaseParcel): boolean {
  return state?.allotment !== 'not-attributed';
}

async function readParcel(parcels: ApiReads['parcels'], number: string): Promise<StoryParcel> {
  const [record, observations, acts] = await Promise.all([
    parcels.readSnapshot(number),
    parcels.readObservations(number),
    parcels.readActs(number),
  ]);
  return { number, observations, acts, told: record?.told ?? {} };
}
