import type { FactOf } from '../record/fact.ts';
import { factsNamed, type Statement } from '../record/statement.ts';
import { isNews, type LineOf, type Memory, type Nothing, placeOf, type Said, type Who } from '../record/story.ts';
import { closingsOf } from './closings.ts';
import { decisionOf, decisionsIn } from './decided.ts';
import type { Decision, decisionFacts } from './facts.ts';

type Fact = FactOf<typeof decisionFacts>;

export interface DecisionLines {
  readonly decided: { readonly decision: Decision; readonly reason?: string };
  readonly closed: Nothing;
  /** Of a case that was closed, or whose end its own sender took back: then it is to be decided anew. */
  readonly reopened: { readonly undecided: boolean };
}

type Word<Name extends 'decided' | 'closed' | 'reopened' = 'decided' | 'closed' | 'reopened'> = Statement<
  Extract<Fact, { readonly fact: Name }>
>;

/** Each decision, closing and reopening that changed the record as it was after the words before it. */
export function decisionStory(statements: readonly Statement<Fact>[]): LineOf<DecisionLines>[] {
  const said: Memory = new Map();
  const words = wordsIn(statements);
  return words.flatMap((word, index) => {
    const line = lineOf(word, words.slice(0, index), said);
    return line ? [{ ...placeOf(word, byOf(word)), ...line }] : [];
  });
}

type Line = Said<DecisionLines> | undefined;

function lineOf(word: Word, before: readonly Word[], said: Memory): Line {
  const { fact } = word;
  if (fact.fact === 'decided') {
    return decidedLine(fact, said);
  }
  return fact.fact === 'closed' ? closedLine(before) : reopenedLine(word, before, said);
}

function decidedLine({ decision, reason }: Word<'decided'>['fact'], said: Memory): Line {
  const values = { decision, ...(reason && { reason }) };
  return isNews(said, 'decision', values) ? { code: 'decided', values } : undefined;
}

function closedLine(before: readonly Word[]): Line {
  return isClosed(before) ? undefined : { code: 'closed', values: {} };
}

function reopenedLine(word: Word, before: readonly Word[], said: Memory): Line {
  const undecided = isDecided(before) && !isDecided([...before, word]);
  if (undecided) {
    said.delete('decision');
  }
  return undecided || isClosed(before) ? { code: 'reopened', values: { undecided } } : undefined;
}

function byOf({ fact, from }: Word): Who {
  return fact.fact === 'decided' ? { role: fact.by } : { channel: from };
}

/** In the order in which they count: of decisions that are equally late, the one that goes before stands last. */
function wordsIn(statements: readonly Statement<Fact>[]): Word[] {
  const decisions = decisionsIn(statements);
  const places = factsNamed(statements, 'decided').map(({ id }) => id);
  const placed = new Map(places.map((id, index) => [id, decisions[index]]));
  return factsNamed(statements, 'decided', 'closed', 'reopened').map((word) => {
    const decision = placed.get(word.id);
    return decision ? { ...decision, id: word.id } : word;
  });
}

function isDecided(words: readonly Word[]): boolean {
  return decisionOf(words).value !== 'new';
}

function isClosed(words: readonly Word[]): boolean {
  return closingsOf(words).closedAt !== undefined;
}
