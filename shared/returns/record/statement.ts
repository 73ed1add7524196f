import type { Instant } from './instant.ts';
import { millisOf } from './instant.ts';
import type { Note } from './note.ts';
import type { Observation } from './observation.ts';

/** A fact with where it came from; what the parts of the fold work on. */
export interface Statement<Fact> {
  readonly fact: Fact;
  readonly at: Instant;
  /** The sender's own time, unclamped: it names what happened, and stays the same when an earlier receipt turns up. */
  readonly claimedAt: Instant;
  /** Its place among all statements: its time, but never before that of a lower version of the same sender. */
  readonly order: Instant;
  readonly from: string;
  /** When we first got it. */
  readonly receivedAt: Instant;
  /** -1 where the sender numbers nothing. */
  readonly version: number;
  /** Observation id and place within it: breaks ties, so that the order is total. */
  readonly id: string;
}

const toleratedSkewMs = 5 * 60_000;

interface Dated {
  readonly fact: string;
  readonly at: Instant;
  readonly version?: number;
  readonly unread?: readonly string[];
}

/**
 * Flattens observations into statements, the earlier word first. A time later than our first receipt is clamped to it (flagged above five minutes);
 * a fact of an unknown form is left out and noted.
 */
export function statementsOf<Fact extends Dated>(
  observations: readonly Observation<Fact>[],
  isFact: (value: unknown) => value is Fact,
): { readonly statements: Statement<Fact>[]; readonly notes: Note[] } {
  const notes: Note[] = [];
  const statements: Unordered<Fact>[] = [];
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
      statements.push({
        fact: { ...fact, at },
        at,
        claimedAt: fact.at,
        from: observation.from,
        receivedAt: observation.receivedAt,
        version: fact.version ?? -1,
        id: `${observation.id}/${index}`,
      });
    });
  }
  const ordered = inOrder(statements);
  return { statements: ordered, notes: [...notes, ...unreadNotes(ordered)] };
}

/** By which facts of one kind are told apart. */
const ids = ['receiptId', 'inspectionId', 'stockInId', 'refundId', 'disputeId', 'announcementId'];

/** What could not be read of a message is noted until its sender's next word of that kind on the same thing. */
function unreadNotes(statements: readonly Statement<Dated>[]): Note[] {
  const latest = new Map(statements.map((each) => [subjectOf(each), each]));
  return [...latest.values()].flatMap(({ from, fact }): Note[] =>
    fact.unread ? [{ code: 'message-in-part', detail: `${from} ${fact.unread.join(', ')}` }] : [],
  );
}

function subjectOf({ from, fact }: Statement<Dated>): string {
  return JSON.stringify([
    from,
    fact.fact,
    ...ids.map((id) => (fact as object as Readonly<Record<string, unknown>>)[id]),
  ]);
}

type Unordered<Fact> = Omit<Statement<Fact>, 'order'>;

/**
 * A sender's own version goes before its times; between senders, and where there is no version, times decide. So each numbered statement takes
 * the latest time of all of its sender's up to its version.
 */
function inOrder<Fact extends Dated>(statements: readonly Unordered<Fact>[]): Statement<Fact>[] {
  const latest = new Map<string, Instant>();
  const ordered = [...statements].sort(byVersion).map((each): Statement<Fact> => {
    if (each.version < 0) {
      return { ...each, order: each.at };
    }
    const before = latest.get(each.from) ?? each.at;
    const order = before > each.at ? before : each.at;
    latest.set(each.from, order);
    return { ...each, order };
  });
  return ordered.sort(
    (a, b) => compareStanding(a, b) || Number(isWhole(a)) - Number(isWhole(b)) || compare(a.id, b.id),
  );
}

/** Of two words of one moment that which could be read whole is the later: it may be sent to mend the other. */
function isWhole({ fact }: Statement<Dated>): boolean {
  return fact.unread === undefined;
}

function byVersion(a: Unordered<unknown>, b: Unordered<unknown>): number {
  return compare(a.from, b.from) || a.version - b.version || compare(a.at, b.at) || compare(a.id, b.id);
}

/** Which of two statements is the later word; 0 where only their meaning or their names can tell. */
export function compareStanding(a: Statement<unknown>, b: Statement<unknown>): number {
  return compare(a.order, b.order) || compare(a.from, b.from) || a.version - b.version || compare(a.at, b.at);
}

/** A statement of any kind of fact. */
export type NamedStatement = Statement<{ readonly fact: string }>;

export function byTime(a: { readonly at: Instant }, b: { readonly at: Instant }): number {
  return compare(a.at, b.at);
}

export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Only the statements of one kind of fact, in order. */
export function factsNamed<Fact extends { readonly fact: string }, Name extends Fact['fact']>(
  statements: readonly Statement<Fact>[],
  ...names: readonly Name[]
): Statement<Extract<Fact, { readonly fact: Name }>>[] {
  return statements.filter((each) => (names as readonly string[]).includes(each.fact.fact)) as Statement<
    Extract<Fact, { readonly fact: Name }>
  >[];
}
