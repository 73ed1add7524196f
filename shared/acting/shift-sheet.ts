import { type RecordName, textOfRecord } from '#shared/messages/record-name.ts';
import type { Entry, EntryClock, EntryWork, Todo } from '#shared/returns/attention/entry.ts';
import { shortPerson } from '#shared/returns/attention/short-person.ts';
import type { Instant } from '#shared/returns/record/instant.ts';
import { compare } from '#shared/returns/record/statement.ts';
import type { Assignee, Work } from '#shared/returns/work/part.ts';
import type { Note } from './read-notes.ts';

/** One record that the next shift has to know of. */
export interface ShiftLine extends Pick<EntryWork, 'owner' | 'offered' | 'flag' | 'snooze' | 'handled'> {
  readonly record: RecordName;
  /** What has to be done, the first thing first. */
  readonly todos: readonly Todo[];
  readonly platform?: EntryClock;
  readonly own?: EntryClock;
  /** What the buyer was promised. */
  readonly promised?: NonNullable<Work['promised']>;
  /** Oldest first. */
  readonly notes: readonly Note[];
}

/** What one shift leaves to the next, the shorter time first; what has none comes last. */
export interface ShiftSheet {
  readonly open: readonly ShiftLine[];
  /** Of those, and of what is closed already: what buyers were promised, the earlier first. */
  readonly promises: readonly ShiftLine[];
}

/** Whose sheet: of what a person has, or of what was handed over to somebody. */
export type SheetOf = { readonly owner: string } | { readonly offeredTo: Assignee };

/** What people wrote on a record, which its entry does not hold. */
export interface Written extends Pick<Work, 'promised'> {
  readonly notes: readonly Note[];
}

/** The entries that belong on a sheet. */
export function entriesOf<E extends Pick<Entry, 'work'>>(entries: readonly E[], of: SheetOf): E[] {
  return entries.filter(({ work: { owner, offered } }) =>
    'owner' in of ? isSame(owner?.person, of.owner) : offered !== undefined && isFor(of.offeredTo, offered.to),
  );
}

/** Fills a sheet. @param written - By the names of records; one that is absent has neither note nor promise. */
export function shiftSheetOf(
  entries: readonly Entry[],
  of: SheetOf,
  written: ReadonlyMap<string, Written>,
): ShiftSheet {
  const lines = entriesOf(entries, of).map((entry) => ({ isOpen: entry.isOpen, line: lineOf(entry, written) }));
  const open = lines.filter(({ isOpen }) => isOpen).map(({ line }) => line);
  const promises = lines.map(({ line }) => line).filter(({ promised }) => promised);
  return {
    open: open.toSorted(
      (a, b) => compare(dueOf(a), dueOf(b)) || compare(textOfRecord(a.record), textOfRecord(b.record)),
    ),
    promises: promises.toSorted(
      (a, b) => compare(untilOf(a), untilOf(b)) || compare(textOfRecord(a.record), textOfRecord(b.record)),
    ),
  };
}

function isFor(to: Assignee, offeredTo: Assignee): boolean {
  return 'team' in to
    ? 'team' in offeredTo && offeredTo.team === to.team
    : 'person' in offeredTo && isSame(offeredTo.person, to.person);
}

/** A list names a person whose id is long by a hash of it. */
function isSame(listed: string | undefined, person: string): boolean {
  return listed === person || listed === shortPerson(person);
}

/** The record of an entry. */
export function recordOf(entry: Entry): RecordName {
  return entry.record === 'case' ? { caseKey: entry.key } : { parcel: entry.number };
}

function lineOf(entry: Entry, written: ReadonlyMap<string, Written>): ShiftLine {
  const { todos, platform, own, work } = entry;
  const { team: _team, touchedAt: _touchedAt, notes: _notes, ...kept } = work;
  const record = recordOf(entry);
  const { notes = [], promised } = written.get(textOfRecord(record)) ?? {};
  return {
    record,
    todos,
    ...(platform && { platform }),
    ...(own && { own }),
    ...kept,
    ...(promised && { promised }),
    notes,
  };
}

/** Later than any time. */
const never = '~';

function dueOf({ platform, own, promised }: ShiftLine): string {
  const times: (Instant | undefined)[] = [platform?.dueAt, own?.dueAt, promised?.until];
  return times.filter((at) => at !== undefined).sort()[0] ?? never;
}

function untilOf({ promised }: ShiftLine): string {
  return promised?.until ?? never;
}
