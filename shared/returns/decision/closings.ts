import type { FactOf } from '../record/fact.ts';
import type { Instant } from '../record/instant.ts';
import { compare, factsNamed, type Statement } from '../record/statement.ts';
import type { decisionFacts } from './facts.ts';
import type { DecisionPart } from './part.ts';

type Own = readonly Statement<FactOf<typeof decisionFacts>>[];
type Word = Statement<FactOf<Pick<typeof decisionFacts, 'closed' | 'reopened'>>>;

/** Each closing, and whether the case is closed now or was opened again since. A store that says *open* of a case that was never closed says nothing new. */
export function closingsOf(statements: Own): Pick<DecisionPart, 'closings' | 'reopenedAt' | 'closedAt'> {
  const words = factsNamed(statements, 'closed', 'reopened');
  const lastClosed = words.findLastIndex(isClosing);
  const closings = [...Map.groupBy(words, ({ from }) => from).values()].flatMap(closingsBy).sort();
  if (lastClosed < 0) {
    return { closings };
  }
  const reopened = words[lastClosed + 1];
  if (reopened) {
    return { closings, reopenedAt: reopened.at };
  }
  const lastOpen = words.findLastIndex((word) => !isClosing(word));
  return { closings, closedAt: words[lastOpen + 1]?.at ?? (words[lastClosed] as Word).at };
}

function isClosing({ fact }: Word): boolean {
  return fact.fact === 'closed';
}

/**
 * When one sender closed the case: a closing that it repeats is one, until it opens the case again. Its words are put in an order that no
 * other fact and no earlier receipt moves, so that a word more never makes a closing less.
 */
function closingsBy(words: readonly Word[]): Instant[] {
  const sorted = [...words].sort(
    (a, b) => a.version - b.version || compare(a.claimedAt, b.claimedAt) || compare(a.id, b.id),
  );
  return sorted
    .filter((word, index) => isClosing(word) && !(sorted[index - 1] && isClosing(sorted[index - 1] as Word)))
    .map(({ claimedAt }) => claimedAt);
}
