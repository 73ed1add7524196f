import type { EventData, EventType } from '../events.ts';
import type { Change, Told } from './change.ts';
import type { Instant } from './instant.ts';
import type { Statement } from './statement.ts';
import type { By } from './values.ts';

/** Whose word a line is: that of whoever speaks on a channel, or of a party, by its role and where it has one its name. */
export type Who =
  | { readonly channel: string }
  | { readonly role: By | 'carrier' | 'policy' | 'person' | 'backhaul'; readonly name?: string };

/** Of a line whose code says all. */
export type Nothing = Readonly<Record<never, never>>;

/** When and where in a story a line stands. */
export interface Placed {
  readonly at: Instant;
  /** When we first heard of it; absent for what Backhaul did itself. */
  readonly receivedAt?: Instant;
  readonly by: Who;
  /** Its place among all lines: that of its statement, which may count later than its sender's time says. */
  readonly order: Instant;
  /** Which statement it tells; absent where it tells of none, or of several. */
  readonly statement?: string;
}

/** What a line says, as a code and its values: no text, no personal data. `Lines` has the values of each code of a slice. */
export type Said<Lines> = {
  readonly [Code in keyof Lines]: { readonly code: Code; readonly values: Lines[Code] };
}[keyof Lines];
export type LineOf<Lines> = Placed & Said<Lines>;

export function placeOf({ at, order, receivedAt, from, id }: Statement<unknown>, by: Who = { channel: from }): Placed {
  return { at, order, receivedAt, by, statement: id };
}

/** Of what Backhaul did itself. */
export function doneAt(at: Instant, by: Who = { role: 'backhaul' }): Placed {
  return { at, order: at, by };
}

interface Named {
  readonly fact: string;
}

/** How the facts of one name are told, in a line of the same name. */
export interface Row<Fact, Values> {
  /** What the line is about, beside its code: it stands again only where it says something else of that. */
  readonly about?: (statement: Statement<Fact>) => string;
  readonly values: (fact: Fact) => Values;
  /** Where the fact itself says whose word it is. */
  readonly by?: (fact: Fact) => Who;
}
export type Rows<Fact extends Named, Lines> = {
  readonly [Name in keyof Lines]: Row<Extract<Fact, { readonly fact: Name }>, Lines[Name]>;
};

/** The lines of those facts that have a row, in the order of their statements. */
export function linesByRows<Fact extends Named, Lines>(
  statements: readonly Statement<Fact>[],
  rows: Rows<Fact, Lines>,
): LineOf<Lines>[] {
  const said: Memory = new Map();
  const byName = rows as Readonly<Record<string, Row<Fact, unknown>>>;
  return statements.flatMap((statement) => {
    const { fact } = statement;
    const row = Object.hasOwn(byName, fact.fact) ? byName[fact.fact] : undefined;
    const values = row?.values(fact);
    if (!row || !isNews(said, `${fact.fact}/${row.about?.(statement) ?? ''}`, values)) {
      return [];
    }
    return [{ ...placeOf(statement, row.by?.(fact)), code: fact.fact, values } as LineOf<Lines>];
  });
}

/** What was last said of each subject, so that what is merely repeated is one line. */
export type Memory = Map<string, string>;

/** True where a subject takes another value than it had; keeps it. */
export function isNews(said: Memory, subject: string, value: unknown): boolean {
  const content = JSON.stringify(value);
  const isKnown = said.get(subject) === content;
  said.set(subject, content);
  return !isKnown;
}

/** How events are told that are lines themselves, by their type. */
export type ChangeRows<Lines> = { readonly [Type in EventType]?: (data: EventData[Type]) => Said<Lines> };

/** A line of what was last told of each value, where it has a row: when it was told. */
export function linesOfChanges<Lines>(told: Told, rows: ChangeRows<Lines>): LineOf<Lines>[] {
  return changesIn(told).flatMap((change) => {
    const said = (rows[change.type] as ((data: unknown) => Said<Lines>) | undefined)?.(change.data);
    return said ? [{ ...doneAt(change.occurredAt), ...said }] : [];
  });
}

export function changesIn(told: Told): Change[] {
  return Object.values(told).flatMap(({ change }) => change ?? []);
}
