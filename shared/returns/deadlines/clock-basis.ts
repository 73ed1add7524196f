import type { CaseSnapshot } from '../case/case.ts';
import type { CaseFact } from '../case/facts.ts';
import type { Statement } from '../record/statement.ts';
import type { DeadlineBasis } from './clock.ts';
import { answerTimesOf, heardAtOf, platformDeadlines } from './fold.ts';
import { type Measured, needsTold } from './measured.ts';
import { waitsOf } from './waits.ts';

type Said = Pick<CaseSnapshot, 'source' | 'shop' | 'messages' | 'buyerWrote' | 'decision' | 'closedAt' | 'parcels'> &
  Pick<DeadlineBasis, 'work'>;

/** What a case's clocks need beyond the parts of its record. */
export function clockBasisOf(
  said: Said,
  statements: readonly Statement<CaseFact>[],
  measured: readonly Measured[],
): Pick<DeadlineBasis, 'heardAt' | 'answers' | 'setByPlatform' | 'tells' | 'waits'> {
  const heardAt = heardAtOf(statements);
  const answers = answerTimesOf(statements);
  return {
    ...(heardAt && { heardAt }),
    answers,
    setByPlatform: platformDeadlines(statements),
    tells: needsTold(measured, said.source, said.shop),
    waits: waitsOf({ ...said, answers }),
  };
}
