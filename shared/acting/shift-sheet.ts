import type { RecordName } from '#shared/messages/record-name.ts';
import type { Entry, EntryClock, Todo } from '#shared/returns/attention/entry.ts';
import type { Instant } from '#shared/returns/record/instant.ts';
import { compare } from '#shared/returns/record/statement.ts';
import type { Assignee, Work } from '#shared/returns/work/part.ts';

/** One record that the next shift has to know of. */
export interface ShiftLine extends Pick<Work, 'owner' | 'offered' | 'flag' | 'snooze' | 'handled' | 'promised'> {
  readonly record: RecordName;
  readonly todos: readonly Todo[];
  readonly platform?: EntryClock;
  readonly own?: EntryClock;
  /** How many notes stand with it. */
  readonly notes: number;
}

/** What one shift leaves to the next. */
export interface ShiftSheet {
  /** What is open, the shorter time first; what has none comes last. */
  readonly open: readonly ShiftLine[];
  /** What buyers were promised, the earlier first: of what is open, and of what is closed already. */
  readonly promises: readonly ShiftLine[];
  /** What somebody wrote a note on. */
  readonly noted: readonly ShiftLine[];
}

/** Whose sheet: of what a person has, or of what was offered to somebody. */
export type SheetOf = { readonly owner: string } | { readonly offeredTo: Assignee };

/** Fills the sheet of a shift from the entries of lists. */
export function shiftSheetOf(entries: readonly Entry[], of: SheetOf): ShiftSheet {
  const own = entries.filter(({ work }) => ('owner' in of ? work.owner?.person === of.owner : isFor(of.offeredTo, work)));
  const lines = own.filter(({ isOpen, work }) => isOpen || work.promised).map((entry) => ({ entry, line: lineOf(entry) }));
  const open = lines.filter(({ entry }) => entry.isOpen).map(({ line }) => line);
  const promised = lines.map(({ line }) => line).filter(({ promised }) => promised);
  return {
    open: open.toSorted((a, b) => compare(dueOf(a), dueOf(b)) || compare(nameOf(a), nameOf(b))),
    promises: promised.toSorted((a, b) => compare(untilOf(a), untilOf(b)) || compare(nameOf(a), nameOf(b))),
    noted: open.filter(({ notes }) => notes > 0),
  };
}

function isFor(to: Assignee, { offered }: Work): boolean {
  if (!offered) {
    return false;
  }
  return 'team' in to
    ? 'team' in offered.to && offered.to.team === to.team
    : 'person' in offered.to && offered.to.person === to.person;
}

function lineOf(entry: Entry): ShiftLine {
  const { todos, platform, own, work } = entry;
  const { team: _team, touchedAt: _touchedAt, ...kept } = work;
  const record = entry.record === 'case' ? { caseKey: entry.key } : { parcel: entry.number };
  return { record, todos, ...(platform && { platform }), ...(own && { own }), ...kept };
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

function nameOf({ record }: ShiftLine): string {
  return 'parcel' in record ? record.parcel : record.caseKey;
}
