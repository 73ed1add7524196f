import { slice } from '../record/slice.ts';
import { closingsOf } from './closings.ts';
import { decisionOf } from './decided.ts';
import { decisionFacts } from './facts.ts';
import type { DecisionPart } from './part.ts';
import { decisionStory } from './story.ts';
import { decisionTellings } from './tell.ts';
import { waitingNotes } from './waiting.ts';

/** What was decided, and the case's end. */
export const decision = slice({
  facts: decisionFacts,
  fold: (statements): DecisionPart => ({ decision: decisionOf(statements), ...closingsOf(statements) }),
  notes: waitingNotes,
  tell: decisionTellings,
  story: decisionStory,
});
