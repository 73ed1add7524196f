import type { Instant } from './instant.ts';
import { millisOf } from './instant.ts';
import type { Note } from './note.ts';
import type { Observation } from './observation.ts';

/** A fact with where it came from; what the parts of the fold work on. */
export interface Statement<Fact> {
  readonly fact: Fact;
  readonly at: Instant;
  readonly version: number;
  /** Observation id and place within it: breaks ties, so that the order is total. */
  readonly id: string;
}

const toleratedSkewMs = 5 * 60_000;

interface Dated {
  readonly at: Instant;
  readonly version?: number;
}

/**
 * Flattens observations into statements, oldest first. A time later than our first receipt is clamped to it (flagged above five minutes);
 * a fact of an unknown form is left out and noted.
 */
export function statementsOf<Fact extends Dated>(
  observations: readonly Observation<Fact>[],
  isFact: (value: unknown) => value is Fact,
): { readonly statements: Statement<Fact>[]; readonly notes: Note[] } {
  const notes: Note[] = [];
  const statements: Statement<Fact>[] = [];
  for (const observation of observations) {
    (Array.isArray(observation.facts) ? observation.facts : []).forEach((fact, index) => {
      if (!isFact(fact)) {
        notes.push({ code: 'fact-not-understood', detail: observation.id });
        return;
      }
      if (millisOf(fact.at) > millisOf(observation.receivedAt) + toleratedSkewMs) {
        notes.push({ code: 'time-in-future', detail: observation.id });
      }
      const at = fact.at > observation.receivedAt ? observation.receivedAt : fact.at;
      statements.push({ fact: { ...fact, at }, at, version: fact.version ?? -1, id: `${observation.id}/${index}` });
    });
  }
  return { statements: statements.sort(byOrder), notes };
}

/** The sender's version first, then its time, then a name; a statement without a version is older than any with one. */
export function byOrder(a: Statement<unknown>, b: Statement<unknown>): number {
  return a.version - b.version || compare(a.at, b.at) || compare(a.id, b.id);
}

export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Only the statements of one kind of fact, in order. */
export function factsNamed<Fact extends { readonly fact: string }, Name extends Fact['fact']>(
  statements: readonly Statement<Fact>[],
  ...names: readonly Name[]
): Statement<Extract<Fact, { readonly fact: Name }>>[] {
  return statements.filter((each) => (names as readonly string[]).includes(each.fact.fact)) as Statement<Extract<Fact, { readonly fact: Name }>>[];
}
