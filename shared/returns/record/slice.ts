import type { Told } from './change.ts';
import type { FactOf, Facts } from './fact.ts';
import type { Note } from './note.ts';
import type { NamedStatement, Statement } from './statement.ts';
import type { Telling } from './tell.ts';

type Own<Kinds extends Facts> = readonly Statement<FactOf<Kinds>>[];

/** A part of the business that stands on its own facts. `Needs`: what it looks at in the record when it notes and tells. */
interface Definition<Kinds extends Facts, Part, Needs, Line> {
  readonly facts: Kinds;
  /** What its facts make of its part of the record. */
  readonly fold: (statements: Own<Kinds>) => Part;
  /** What a person may have to look at. */
  readonly notes?: (record: Needs, statements: Own<Kinds>) => Note[];
  /** What is true and may have to be told. */
  readonly tell?: (record: Needs, told: Told) => Telling[];
  /** Its lines of the timeline. */
  readonly story?: (statements: Own<Kinds>) => Line[];
}

/** Makes a slice, which takes from all statements those of its own facts. */
export function slice<Kinds extends Facts, Part, Needs = Part, Line = never>(
  definition: Definition<Kinds, Part, Needs, Line>,
) {
  const { facts, fold, notes, tell, story } = definition;
  const own = (statements: readonly NamedStatement[]) =>
    statements.filter(({ fact }) => Object.hasOwn(facts, fact.fact)) as unknown as Own<Kinds>;
  return {
    facts,
    partOf: (statements: readonly NamedStatement[]): Part => fold(own(statements)),
    notesOf: (record: Needs, statements: readonly NamedStatement[]): Note[] => notes?.(record, own(statements)) ?? [],
    linesOf: (statements: readonly NamedStatement[]): Line[] => story?.(own(statements)) ?? [],
    tellingsOf: (record: Needs, told: Told): Telling[] => tell?.(record, told) ?? [],
  };
}
